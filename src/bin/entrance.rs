//! The first screen alone: all that a first visit loads.

fn main() {
    if let Some(root) = sla_gap::browser::fresh_root() {
        yew::Renderer::<sla_gap::entrance::Entrance>::with_root(root).render();
    }
}
