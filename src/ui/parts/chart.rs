//! A chart: picture, finding, values on hovering and by keyboard, the table behind it, and a PNG.

use yew::prelude::*;

use super::button::{icon_button, toggle};
use super::icons::Icon;
use super::table::table;
use crate::chart::{Frame, Hit, Theme, Walk, draw, held, hit, walk};
use crate::platform::{dom, picture};
use crate::present::Chart;
use crate::ui::actions::file_name;
use crate::ui::app::Shared;
use crate::ui::context::use_app;

#[derive(Properties, PartialEq)]
struct ChartViewProps {
    chart: Shared<Chart>,
    height: f64,
    on_drag: Option<Callback<f64>>,
    #[prop_or_default]
    on_hold: Option<Hold>,
}

/// Who is told of a point that a pointer takes hold of.
#[derive(Clone, PartialEq)]
pub(crate) struct Hold {
    /// The point, by its place in the layer of points to hold, and the values of both axes under the pointer.
    pub(crate) moved: Callback<(usize, f64, f64)>,
    /// The pointer has let go.
    pub(crate) left: Callback<()>,
}

/// A chart of a height in pixels. `on_drag` is told the value of the horizontal axis under a pointer that drags, `on_hold`
/// of the points that it takes hold of.
pub(crate) fn chart(chart: Shared<Chart>, height: f64, on_drag: Option<Callback<f64>>, on_hold: Option<Hold>) -> Html {
    html! { <ChartView {chart} {height} {on_drag} {on_hold} /> }
}

/// Charts side by side.
pub(crate) fn charts(charts: &[Shared<Chart>]) -> Html {
    let one = |(at, chart): (usize, &Shared<Chart>)| html! { <ChartView key={at} chart={chart.clone()} height=260.0 on_drag={None::<Callback<f64>>} /> };
    html! { <div class="charts">{ for charts.iter().enumerate().map(one) }</div> }
}

/// Draws whenever model, width, theme or chosen datum change; answers with the width that is drawn.
#[hook]
fn use_drawing(props: &ChartViewProps, node: &NodeRef, width: f64, is_dark: bool, chosen: Option<&Hit>) {
    let deps = (props.chart.clone(), width, props.height, is_dark, chosen.cloned());
    let node = node.clone();
    use_effect_with(deps, move |(chart, width, height, is_dark, chosen)| {
        if *width < 1.0 {
            return;
        }
        let Some(canvas) = node.cast::<dom::Canvas>() else { return };
        let Some(area) = picture::area(&canvas, *width, *height) else { return };
        let theme = if *is_dark { Theme::dark() } else { Theme::light() };
        // A canvas that cannot be drawn on shows nothing; the table has the figures.
        let _ = draw(&chart.0, &theme, &area, picture::ratio(), chosen.as_ref());
        let _ = area.present();
    });
}

/// The width of the box, now and whenever it changes.
#[hook]
fn use_width(plot: &NodeRef) -> f64 {
    let width = use_state(|| 0.0);
    let (setter, plot) = (width.setter(), plot.clone());
    use_effect_with((), move |()| {
        let element = plot.cast::<dom::Element>();
        let watch = element.and_then(|element| picture::Watch::new(&element, move |found| setter.set(found)));
        move || drop(watch)
    });
    *width
}

#[component]
fn ChartView(props: &ChartViewProps) -> Html {
    let app = use_app();
    let (plot, node, tip) = (use_node_ref(), use_node_ref(), use_node_ref());
    let width = use_width(&plot);
    let chosen = use_state_eq(|| None::<Hit>);
    let is_table = use_state(|| false);
    use_drawing(props, &node, width, app.state.is_dark, chosen.as_ref());
    let chart = props.chart.0.clone();
    let frame = Frame::new(&chart, width, props.height);
    use_effect_with((chosen.as_ref().cloned(), tip.clone()), move |(chosen, tip)| {
        if let (Some(chosen), Some(tip)) = (chosen, tip.cast::<dom::Element>()) {
            let half = f64::from(tip.client_width()) / 2.0;
            dom::place(&tip, chosen.x.clamp(half.min(width / 2.0), (width - half).max(width / 2.0)), chosen.y);
        }
    });
    let holding = use_mut_ref(|| None::<usize>);
    let onpointermove = {
        let (chosen, node, chart, on_drag) = (chosen.setter(), node.clone(), chart.clone(), props.on_drag.clone());
        let (holding, on_hold) = (holding.clone(), props.on_hold.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(canvas) = node.cast::<dom::Canvas>() else { return };
            let (x, y) = picture::place(&canvas, &event);
            match (*holding.borrow(), &on_hold, &on_drag) {
                (Some(point), Some(on_hold), _) if event.buttons() == 1 => {
                    on_hold.moved.emit((point, frame.x_value(&chart, x), frame.y_value(&chart, y)));
                }
                (_, _, Some(on_drag)) if event.buttons() == 1 => on_drag.emit(frame.x_value(&chart, x)),
                _ => chosen.set(hit(&chart, &frame, x, y)),
            }
        })
    };
    let onpointerdown = {
        let (node, chart, on_drag) = (node.clone(), chart.clone(), props.on_drag.clone());
        let (holding, can_hold, leave) = (holding.clone(), props.on_hold.is_some(), chosen.setter());
        Callback::from(move |event: PointerEvent| {
            let (Some(canvas), Some(on_drag)) = (node.cast::<dom::Canvas>(), &on_drag) else { return };
            picture::hold(&canvas, &event);
            let (x, y) = picture::place(&canvas, &event);
            *holding.borrow_mut() = held(&chart, &frame, x, y).filter(|_| can_hold);
            if holding.borrow().is_none() {
                on_drag.emit(frame.x_value(&chart, x));
            } else {
                leave.set(None);
            }
        })
    };
    let onpointerup = {
        let on_hold = props.on_hold.clone();
        Callback::from(move |_: PointerEvent| {
            if let (Some(_), Some(on_hold)) = (holding.borrow_mut().take(), &on_hold) {
                on_hold.left.emit(());
            }
        })
    };
    let onpointercancel = onpointerup.clone();
    let leave = chosen.setter();
    let onpointerleave = Callback::from(move |_: PointerEvent| leave.set(None));
    let leave = chosen.setter();
    let onblur = Callback::from(move |_: FocusEvent| leave.set(None));
    let onkeydown = {
        let (chosen, chart) = (chosen.clone(), chart.clone());
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowLeft" => Walk::Back,
                "ArrowRight" => Walk::Forward,
                "Home" => Walk::First,
                "End" => Walk::Last,
                "ArrowUp" | "ArrowDown" => Walk::Layer,
                _ => return,
            };
            event.prevent_default();
            chosen.set(walk(&chart, &frame, chosen.as_ref(), step));
        })
    };
    let png = {
        let (node, name) = (node.clone(), file_name(&chart.title, ".png"));
        Callback::from(move |()| {
            if let Some(canvas) = node.cast::<dom::Canvas>() {
                picture::save_png(&canvas, name.clone());
            }
        })
    };
    let switch = {
        let is_table = is_table.clone();
        Callback::from(move |()| is_table.set(!*is_table))
    };
    let said = |id: &str| app.tw(id, [("title", chart.title.as_str().into())]);
    let label = format!("{}. {} {}", chart.title, chart.finding, app.t("chart-keys"));
    let grab = if props.on_drag.is_some() { "plot plot-drag" } else { "plot" };
    html! {
        <figure class="chart">
            <figcaption class="chart-head">
                <h2>{ &chart.title }</h2>
                <span class="chart-tools">
                    { toggle(Icon::Table, said("chart-table"), *is_table, switch) }
                    { icon_button(Icon::ImageDown, said("chart-png"), png) }
                </span>
            </figcaption>
            <p class="finding">{ &chart.finding }</p>
            <div class={grab} ref={plot}>
                <canvas ref={node} tabindex="0" role="img" aria-label={label} {onpointermove} {onpointerdown} {onpointerup} {onpointercancel} {onpointerleave} {onblur} {onkeydown} />
                <div class={if chosen.is_some() { "tip" } else { "tip tip-hidden" }} ref={tip} role="status">
                    { chosen.as_ref().map(|chosen| chosen.label.clone()).unwrap_or_default() }
                </div>
            </div>
            <div class="chart-table">
                if *is_table {
                    { table(chart.title.clone(), 1, chart.table.headers.clone(), std::rc::Rc::new(chart.table.rows.clone())) }
                }
            </div>
        </figure>
    }
}
