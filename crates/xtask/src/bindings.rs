//! UniFFI's own command line, which writes the Kotlin, Ruby and Swift sources of the built library.

fn main() {
    uniffi::uniffi_bindgen_main();
}
