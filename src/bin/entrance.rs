//! The first screen alone: all that a first visit loads.

fn main() {
    sla_gap::browser::begin_in_a_frame();
    sla_gap::browser::language::with_words(sla_gap::browser::language::Writing::Words, |words| {
        // Somebody pressed a button before this program was there, and the app was quicker.
        if sla_gap::browser::handover::app_is_here() {
            return;
        }
        if let Some(root) = sla_gap::browser::fresh_root() {
            let props = sla_gap::entrance::EntranceProps {
                words,
                answers: sla_gap::browser::handover::answers(),
                embed: sla_gap::browser::embed(),
                brand: std::rc::Rc::default(),
            };
            yew::Renderer::<sla_gap::entrance::Entrance>::with_root_and_props(root, props).render();
        }
    });
}
