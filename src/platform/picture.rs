//! The canvas of a chart: sized to its box and the screen's pixels, drawn through plotters, saved as PNG.

use gloo::events::EventListener;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlCanvasElement, HtmlElement, ResizeObserver};

/// A plotters area on a canvas.
pub type Area = DrawingArea<CanvasBackend, Shift>;

/// Pixels of the canvas for a pixel of the page: the screen's, but at least two, as lines are drawn between whole pixels
/// and would show steps.
pub fn ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(2.0, 4.0)
}

/// Sizes the canvas to `width` by `height` pixels of the page and gives an area to draw on.
pub fn area(canvas: &HtmlCanvasElement, width: f64, height: f64) -> Option<Area> {
    let ratio = ratio();
    let (w, h) = ((width * ratio) as u32, (height * ratio) as u32);
    if canvas.width() != w || canvas.height() != h {
        canvas.set_width(w);
        canvas.set_height(h);
    }
    Some(CanvasBackend::with_canvas_object(canvas.clone())?.into_drawing_area())
}

/// Offers the picture as a PNG file.
pub fn save_png(canvas: &HtmlCanvasElement, name: String) {
    let save = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            super::download::blob(&name, &blob);
        }
    });
    let _ = canvas.to_blob(save.unchecked_ref());
}

/// Where a pointer is, in pixels of the page from the canvas' corner.
pub fn place(canvas: &HtmlCanvasElement, event: &web_sys::MouseEvent) -> (f64, f64) {
    let corner = canvas.get_bounding_client_rect();
    (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top())
}

/// Keeps the pointer with the canvas while it is dragged.
pub fn hold(canvas: &HtmlCanvasElement, event: &web_sys::PointerEvent) {
    let _ = canvas.set_pointer_capture(event.pointer_id());
}

/// Tells an element's width now and whenever it changes, until dropped.
pub struct Watch {
    observer: ResizeObserver,
    _told: Closure<dyn FnMut()>,
    _zoom: Option<EventListener>,
}

impl Watch {
    /// Watches an element.
    pub fn new(element: &HtmlElement, tell: impl Fn(f64) + Clone + 'static) -> Option<Self> {
        let watched = element.clone();
        let told_by_box = tell.clone();
        let told = Closure::<dyn FnMut()>::new(move || told_by_box(f64::from(watched.client_width())));
        let observer = ResizeObserver::new(told.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        let watched = element.clone();
        let zoom = web_sys::window()
            .map(|window| EventListener::new(&window, "resize", move |_| tell(f64::from(watched.client_width()))));
        Some(Self { observer, _told: told, _zoom: zoom })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
