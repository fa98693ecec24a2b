// swift-tools-version: 5.9
import PackageDescription

let package = Package(
    name: "example",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "Keyperson", path: "../../bindings/uniffi/swift")],
    targets: [.executableTarget(name: "example", dependencies: ["Keyperson"])]
)
