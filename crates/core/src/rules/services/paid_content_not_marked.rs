//! S137: the content is offered for payment, and the service says that it is not commercial.

use crate::law::SC_292;
use crate::model::Service;
use crate::rule::{Case, Check, Example, Given, Named, Report, Rule, Severity};
use crate::rules::in_use::is_judged;
use crate::spelling::folded;
use crate::tables::WordList;
use crate::words;
use crate::words::Words;

/// The content is offered for payment, and the service says that it is not commercial.
pub static RULE: Rule = Rule {
    code: "S137",
    name: "paid-content-not-marked",
    severity: Severity::Warning,
    title: Words::fixed(
        "内容像是有偿的，却写着非经营性",
        "the content is offered for payment, but not said to be commercial",
    ),
    demand: Words::fixed(
        "向上网用户有偿提供信息的是经营性服务，要有许可证；只备案的服务不得有偿。付费会员、收费课程之类写着 \
         commercial: false 的，有一处不实。看的是词，不是判断：免费、不收费这样的分句不算，卖货不算",
        "Who offers information for payment runs a commercial service and needs a licence, and what is only filed may \
         not be paid for. Where paid membership, paid courses and the like stand beside `commercial: false`, one of \
         both is untrue. It looks at words and is no judgement: a clause that says it is free does not count, nor does \
         selling goods",
    ),
    help: Words::fixed(
        "确实收费的写 commercial: true，先取得许可证；不收费的，把内容写清楚",
        "if it is paid for, write `commercial: true` and obtain the licence first; if not, word the content \
         more exactly",
    ),
    sources: &[SC_292.article(11), SC_292.article(3), SC_292.article(4)],
    since: None,
    until: None,
    check: Check::Service(check),
    breaks: Example {
        shows: Words::fixed("付费会员，commercial: false", "paid membership beside `commercial: false`"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品",
                new: "content: 手工课程，付费会员观看全部视频",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 手工课程，付费会员观看全部视频",
            },
        ],
        finds: &["example/services/shop/content"],
    },
    keeps: Example {
        shows: Words::fixed("说明不收费", "it says that nothing is paid"),
        given: &[
            Given::Edit {
                file: "example/services.yaml",
                old: "content: 销售本公司的示例商品",
                new: "content: 手工课程，全部免费，没有付费会员",
            },
            Given::Edit {
                file: "example/filings/2021-02-20-first.yaml",
                old: "services/shop/content: 销售本公司的示例商品",
                new: "services/shop/content: 手工课程，全部免费，没有付费会员",
            },
        ],
        finds: &[],
    },
};

fn check(case: &Case<'_>, named: &Named<'_, Service>, report: &mut Report<'_>) {
    let service = named.record;
    let Some(commercial) = service.commercial.placed().filter(|it| !it.value.0) else { return };
    let Some(text) = service.content.placed() else { return };
    let Some(word) = paid(case, &text.value) else { return };
    if is_judged(case, service) {
        report
            .at(
                text.place,
                words!(
                    "内容里有“{word}”，像是有偿提供信息，commercial 却是 false",
                    "the content holds {word}, which is information for payment, but `commercial` is false"
                ),
            )
            .related(commercial.place, Words::fixed("这里写着非经营性", "said not to be commercial here"));
    }
}

/// What a text says of information for payment: a phrase that says it all, or else a word of payment with a kind of
/// information in the same clause.
fn paid(case: &Case<'_>, text: &str) -> Option<String> {
    let (words, day) = (&case.tables.words, case.today);
    // Letter case, width and spaces hide no phrase.
    let text = &*folded(text);
    let meant = |at| !words.is_denied(text, at, day);
    if let Some((phrase, _)) = words.first(WordList::PaidContent, text, day, meant) {
        return Some(phrase.to_owned());
    }
    // Nearly every text speaks of no payment, and need not be parted.
    words.first(WordList::PaymentWords, text, day, |_| true)?;
    text.split(CLAUSES).find_map(|clause| {
        let (payment, at) = words.first_beside(WordList::PaymentWords, WordList::PaymentElsewhere, clause, day)?;
        let (information, _) = words.first(WordList::PaidInformation, clause, day, |_| true)?;
        (!words.is_denied(clause, at, day)).then(|| format!("{payment}…{information}"))
    })
}

/// What parts clauses: beside the ends of sentences what parts a list.
const CLAUSES: [char; 8] = [',', '，', '。', ';', '；', '!', '！', '、'];
