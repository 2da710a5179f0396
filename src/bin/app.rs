//! The page.

fn main() {
    attain::ui::app::start();
}
