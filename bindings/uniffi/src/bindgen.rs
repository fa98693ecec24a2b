//! Writes the Kotlin, Ruby and Swift sources of the built library; `cargo xtask test uniffi` calls it.

fn main() {
    uniffi::uniffi_bindgen_main();
}
