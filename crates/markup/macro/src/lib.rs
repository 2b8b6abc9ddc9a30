//! `markup!`: the notation of Leptos's `view!`, for trees of one type.
//!
//! `view!` gives every element a type of its own, and each of them comes with its own code. This macro writes calls to
//! `vitrine_markup` instead, where all elements are the same.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::spanned::Spanned;
use syn::{Block, Expr, ExprLit, Lit, Stmt};

/// Elements of SVG's namespace; `a`, `script`, `style` and `title` mean those of HTML.
const SVG: [&str; 14] = [
    "circle", "clipPath", "defs", "ellipse", "g", "line", "marker", "path", "polygon", "polyline", "rect", "svg",
    "text", "tspan",
];

/// A `Markup` written as elements.
///
/// - `name="text"` and `name=expression`: an attribute. An `Option` may leave it out, a closure keeps it up to date.
/// - `class:name=`, `style:name=`, `style=("--name", …)`, `prop:name=`: a class, a style property or a boolean DOM
///   property, each fixed or a closure.
/// - `on:event=closure`: a listener. `node_ref=`: a `NodeRef` to fill.
/// - `"text"` and `{expression}`: a child; a closure keeps it up to date.
/// - `<Component prop=value prop>children</Component>`: a Leptos component, which returns a `Markup`; its `children` are one.
#[proc_macro]
pub fn markup(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse(tokens) {
        Ok(nodes) => many(&nodes).into(),
        Err(error) => error.into_compile_error().into(),
    }
}

/// Some nodes as one expression.
fn many(nodes: &[Node]) -> TokenStream {
    if let [one] = nodes {
        return markup_of(one);
    }
    let nodes = nodes.iter().map(markup_of);
    quote! { ::vitrine_markup::Markup::Many(::std::vec![#(#nodes),*]) }
}

/// A node as an expression.
fn markup_of(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) if is_component(element) => component(element),
        Node::Element(element) => html(element),
        Node::Block(block) => {
            let value = block_value(block);
            quote! { ::vitrine_markup::IntoMarkup::into_markup(#value) }
        }
        Node::Text(text) => {
            let text = &text.value;
            quote! { ::vitrine_markup::IntoMarkup::into_markup(#text) }
        }
        Node::Fragment(fragment) => many(&fragment.children),
        other => quote_spanned! { other.span() => ::std::compile_error!("not supported in markup!") },
    }
}

fn is_component(element: &NodeElement<rstml::node::Infallible>) -> bool {
    element.name().to_string().starts_with(char::is_uppercase)
}

fn html(element: &NodeElement<rstml::node::Infallible>) -> TokenStream {
    let tag = element.name().to_string();
    let new = if SVG.contains(&tag.as_str()) { quote!(svg) } else { quote!(html) };
    let attributes = element.attributes().iter().map(attribute);
    let children = element.children.iter().map(|child| match child {
        Node::Text(text) => {
            let text = &text.value;
            quote! { element.text(#text); }
        }
        other => {
            let child = markup_of(other);
            quote! { element.child(#child); }
        }
    });
    quote! {{
        let mut element = ::vitrine_markup::Element::#new(#tag);
        #(#attributes)*
        #(#children)*
        ::vitrine_markup::Markup::Element(element)
    }}
}

fn attribute(attribute: &NodeAttribute) -> TokenStream {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return quote_spanned! { attribute.span() => ::std::compile_error!("not supported in markup!"); };
    };
    let name = attribute.key.to_string();
    let value = value(attribute);
    let call = match name.split_once(':') {
        None if name == "node_ref" => quote! { node_ref(#value) },
        None => match (&value, literal(&value)) {
            (Expr::Tuple(pair), _) if name == "style" => {
                let (name, value) = (&pair.elems[0], &pair.elems[1]);
                quote! { style(#name, #value) }
            }
            (_, Some(text)) => quote! { fixed(#name, #text) },
            _ => quote! { attribute(#name, #value) },
        },
        Some(("on", event)) => {
            let descriptor = format_ident!("{event}");
            quote! { on(::leptos::ev::#descriptor, &[#event], #value) }
        }
        Some(("class", name)) => quote! { class(#name, #value) },
        Some(("style", name)) => quote! { style(#name, #value) },
        Some(("prop", name)) => quote! { property(#name, #value) },
        Some(_) => {
            return quote_spanned! { attribute.key.span() => ::std::compile_error!("unknown kind of attribute"); };
        }
    };
    quote! { element.#call; }
}

fn component(element: &NodeElement<rstml::node::Infallible>) -> TokenStream {
    let name = element.name();
    let props = element.attributes().iter().map(|attribute| match attribute {
        NodeAttribute::Attribute(attribute) => {
            let (key, value) = (&attribute.key, value(attribute));
            // A prop without a value is the variable of the same name.
            if attribute.value().is_some() {
                quote! { .#key(#value) }
            } else {
                quote! { .#key(#key) }
            }
        }
        NodeAttribute::Block(_) => {
            quote_spanned! { attribute.span() => ::std::compile_error!("not supported in markup!") }
        }
    });
    let children = (!element.children.is_empty()).then(|| {
        let children = many(&element.children);
        quote! { .children(#children) }
    });
    quote! {
        ::leptos::component::component_view(
            #name,
            ::leptos::component::component_props_builder(&#name)#(#props)*#children.build(),
        )
    }
}

/// What an attribute is set to; one without a value is empty.
fn value(attribute: &KeyedAttribute) -> Expr {
    match attribute.value() {
        Some(Expr::Block(block)) if block.attrs.is_empty() => unbraced(&block.block),
        Some(value) => value.clone(),
        None => syn::parse_quote!(""),
    }
}

fn literal(value: &Expr) -> Option<&syn::LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        _ => None,
    }
}

fn block_value(block: &NodeBlock) -> TokenStream {
    block.try_block().map(unbraced).map_or_else(|| quote!(#block), |value| quote!(#value))
}

/// The expression of a block that holds only that.
fn unbraced(block: &Block) -> Expr {
    match block.stmts.as_slice() {
        [Stmt::Expr(value, None)] => value.clone(),
        _ => syn::parse_quote!(#block),
    }
}
