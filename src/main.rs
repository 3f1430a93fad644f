//! The browser's entry point.
fn main() {
    yew::Renderer::<sla_gap::App>::new().render();
}
