//! The browser's entry point.

fn main() {
    sla_gap::browser::guard_against_panics();
    if let Some(root) = sla_gap::browser::root() {
        yew::Renderer::<sla_gap::app::App>::with_root(root).render();
    }
}
