//! Draws a terminal's output as SVG, for the README:
//!
//! ```sh
//! CLICOLOR_FORCE=1 cargo run --quiet --example tour | cargo run --quiet -p clerk-tests --bin terminal-svg > docs/tour.svg
//! ```

use std::io::{Read as _, Write as _};

fn main() -> std::io::Result<()> {
    let mut output = String::new();
    std::io::stdin().read_to_string(&mut output)?;
    let svg = anstyle_svg::Term::new().render_svg(&output);
    std::io::stdout().write_all(svg.as_bytes())
}
