// swift-tools-version: 5.9
// `cargo xtask test uniffi` writes Sources/Keyperson/Keyperson.swift and Sources/KeypersonFFI/KeypersonFFI.h from the
// built library; the library itself is found with `-Xlinker -L…`, as the README says.
import PackageDescription

let package = Package(
    name: "Keyperson",
    platforms: [.macOS(.v13), .iOS(.v16)],
    products: [.library(name: "Keyperson", targets: ["Keyperson"])],
    dependencies: [.package(url: "https://github.com/apple/swift-crypto.git", from: "3.0.0")],
    targets: [
        .systemLibrary(name: "KeypersonFFI", path: "Sources/KeypersonFFI"),
        .target(
            name: "Keyperson",
            dependencies: ["KeypersonFFI"],
            path: "Sources/Keyperson",
            linkerSettings: [.linkedLibrary("keyperson_uniffi")]
        ),
        .testTarget(
            name: "KeypersonTests",
            dependencies: ["Keyperson", .product(name: "Crypto", package: "swift-crypto")],
            path: "Tests/KeypersonTests"
        ),
    ]
)
