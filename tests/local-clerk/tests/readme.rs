/// The example of the README is the one that runs.
#[test]
fn the_readme_shows_the_example() {
    assert!(include_str!("../README.md").contains(include_str!("example.rs")));
}
