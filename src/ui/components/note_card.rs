//! A note to be read, written, tagged, marked otherwise and removed. What is typed is kept at once.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::Link;
use super::panel::panel;
use super::settings::one_of;
use crate::notes::{Kind, Note, tags};
use crate::protocol::Trace;
use crate::state::{Action, Noting, passage_view};
use crate::ui::hooks::{dialog, now};
use crate::ui::{OF_DOCUMENTS, wording};

/// The id of the dialog.
pub const NOTE_CARD: &str = "note-card";

/// Of a longer passage the rest is left out here.
const SHOWN: usize = 160;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Which note.
    pub id: AttrValue,
    pub note: Note,
    /// Where it is read: see [`Notebook::trace`](crate::state::Notebook::trace).
    pub trace: Option<Option<Trace>>,
    /// Where its passage stands in the source.
    pub passage: Option<crate::notes::Passage>,
    pub act: Callback<Action>,
}

/// Opens when it is there.
#[component]
pub fn NoteCard(props: &Props) -> Html {
    let Props { id, note, trace, passage, act } = props;
    let (text, tag_field) = (use_node_ref(), use_node_ref());
    use_effect_with((id.clone(), act.clone()), {
        let (tag_field, tags) = (tag_field.clone(), note.tags.join(" "));
        move |(_, act)| {
            // The fields hold their own text: what is typed into them comes back as it was put in order.
            if let Some(field) = tag_field.cast::<HtmlInputElement>() {
                field.set_value(&tags);
            }
            dialog::open(NOTE_CARD);
            let closed = act.reform(|()| Action::Noted(Noting::Opened(None)));
            let listener = dialog::on_close(NOTE_CARD, closed);
            move || drop(listener)
        }
    });
    let change = {
        let (id, note) = (id.to_string(), note.clone());
        act.reform(move |with: Box<dyn FnOnce(&mut Note)>| {
            let mut note = Note { changed: now(), ..note.clone() };
            with(&mut note);
            Action::Noted(Noting::Changed(id.clone(), note))
        })
    };
    let write = {
        let text = text.clone();
        change.reform(move |_: InputEvent| {
            let typed = text.cast::<HtmlTextAreaElement>().map(|field| field.value());
            Box::new(move |note: &mut Note| note.text = typed.unwrap_or_default()) as Box<_>
        })
    };
    let tag = {
        let tag_field = tag_field.clone();
        change.reform(move |_: InputEvent| {
            let typed = tag_field.cast::<HtmlInputElement>().map(|field| field.value());
            Box::new(move |note: &mut Note| note.tags = tags(&typed.unwrap_or_default())) as Box<_>
        })
    };
    let kinds = (note.kind != Kind::Bookmark).then(|| {
        let pick =
            change.reform(|kind| Box::new(move |note: &mut Note| note.kind = kind) as Box<_>);
        let says = |kind| wording::note_kind(kind).to_string();
        one_of("note-kind", wording::NOTE_KIND, &Kind::MARKS, note.kind, says, pick)
    });
    let act_of = |noting: Noting| act.reform(move |_: MouseEvent| Action::Noted(noting.clone()));
    let remove = {
        let removed = act_of(Noting::Removed(id.to_string()));
        move |event: MouseEvent| {
            dialog::close(NOTE_CARD);
            removed.emit(event);
        }
    };
    // Whatever is followed, the card has done its work.
    let follow = act.reform(|action| {
        dialog::close(NOTE_CARD);
        action
    });
    let state = wording::note_state(*trace);
    let quote: String = note.anchor.quote.chars().take(SHOWN).collect();
    let is_cut = quote.len() < note.anchor.quote.len();
    let content = html! {
        <>
            <blockquote class={classes!("note-quote", note.kind.name())} lang={OF_DOCUMENTS}>
                { quote }{ if is_cut { "……" } else { "" } }
            </blockquote>
            if let Some(state) = state {
                <p class="note-state">{ state }</p>
            }
            { kinds }
            <label class="note-field">
                <span>{ wording::NOTE_TEXT }</span>
                <textarea
                    key={id.to_string()}
                    ref={text}
                    rows="4"
                    dir="auto"
                    data-first=""
                    defaultvalue={note.text.clone()}
                    oninput={write}
                />
            </label>
            <label class="note-field">
                <span>{ wording::NOTE_TAGS }</span>
                <input ref={tag_field} type="text" dir="auto" autocomplete="off" oninput={tag} />
            </label>
            <p class="note-does">
                <Link class="facet" to={passage_view(&note.doc, *passage)} act={follow}>
                    { wording::NOTE_GO }
                </Link>
                if trace.flatten().is_some_and(|trace| trace.moved.is_some()) {
                    <button type="button" class="facet" onclick={act_of(Noting::Settled(id.to_string()))}>
                        { wording::NOTE_SETTLE }
                    </button>
                }
                <button type="button" class="facet note-remove" onclick={remove}>{ wording::NOTE_REMOVE }</button>
                <button type="button" class="facet" onclick={|_| dialog::close(NOTE_CARD)}>{ wording::NOTE_DONE }</button>
            </p>
        </>
    };
    panel(NOTE_CARD, "note-card", wording::NOTE, content)
}
