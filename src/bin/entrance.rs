//! The first screen alone: all that a first visit loads.

fn main() {
    sla_gap::browser::begin_in_a_frame();
    if let Some(root) = sla_gap::browser::fresh_root() {
        let props = sla_gap::entrance::EntranceProps {
            embed: sla_gap::browser::embed(),
        };
        yew::Renderer::<sla_gap::entrance::Entrance>::with_root_and_props(root, props).render();
    }
}
