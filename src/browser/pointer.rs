//! Where a finger or a mouse presses on a part of the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// The place in the pressed part, in ten-thousandths of its width and height; `None` while nothing is pressed. The part is the
/// nearest around what was hit that the selector names: events are heard at the root of the page, which is what the browser calls
/// their current target. With `hold`, what follows goes to the same part until the press ends, also outside of it.
pub fn pressed_at(event: &PointerEvent, part: &str, hold: bool) -> Option<(u32, u32)> {
    if event.buttons() & 1 == 0 {
        return None;
    }
    let hit = event.target()?.dyn_into::<Element>().ok()?;
    let part = hit.closest(part).ok()??;
    if hold {
        // Where that is refused, the press just ends at the edge.
        let _ = part.set_pointer_capture(event.pointer_id());
    }
    let frame = part.get_bounding_client_rect();
    let share = |at: i32, from: f64, length: f64| {
        let share = ((f64::from(at) - from) / length.max(1.0)).clamp(0.0, 0.9999);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between nothing and all"
        )]
        let place = (share * 10_000.0) as u32;
        place
    };
    Some((
        share(event.client_x(), frame.left(), frame.width()),
        share(event.client_y(), frame.top(), frame.height()),
    ))
}
