//! What to write for an order that is not recorded yet.

use super::verdict::Required;
use crate::record::Vocabulary;
use crate::vocabulary::Procedure;
use crate::words;
use crate::words::Words;

impl Required {
    /// What the filing of this order holds: whoever writes it to the letter has a filing that
    /// covers what changed and lacks nothing that rules ask for.
    #[must_use]
    pub fn order_to_write(&self) -> Words {
        let Some(procedure) = self.procedure() else { return Words::default() };
        let term = procedure.term();
        let covers = self.covers.iter().cloned().collect::<Vec<_>>().join("、");
        let Words { zh: through_zh, en: through_en } = match self.provider.as_ref() {
            Some(provider) => words!("，through 写{provider}", ", through {provider}"),
            None => Words::default(),
        };
        let Words { zh, en } = self.facts_to_write(procedure);
        words!(
            "procedure 写{term}{through_zh}，covers 写 {covers}，{zh}",
            "procedure {term}{through_en}, covers {covers}, {en}"
        )
    }

    fn facts_to_write(&self, procedure: Procedure) -> Words {
        let takes_in = || self.facts.iter().any(|change| change.fact.is_whole() && change.new.is_some());
        match procedure {
            Procedure::First | Procedure::AddService => Words::fixed(
                "facts 写填报的各项（直接写值，不写 from 和 to）",
                "the facts filed as plain values, without `from` and `to`",
            ),
            Procedure::AddAccess => Words::fixed(
                "facts 不写，或 access 只写新增的接入",
                "no facts, or in `access` only the access that comes",
            ),
            Procedure::CancelAccess => Words::fixed(
                "facts 不写，或 access 只写取消的接入",
                "no facts, or in `access` only the access that goes",
            ),
            Procedure::ChangeSubject | Procedure::ChangeService | Procedure::ChangeBoth | Procedure::ChangeAccess => {
                Words::fixed(
                    "facts 写明每项的 from 和 to，effective 写生效日期（依据事后才有的文件的，写 basis）",
                    "`from` and `to` of each fact, `effective` with the day of effect (or `basis` with the \
                     document, if that exists only afterwards)",
                )
            }
            Procedure::ChangeProvince => Words::fixed("facts 写明每项的 from 和 to", "`from` and `to` of each fact"),
            Procedure::DeregisterSubject | Procedure::DeregisterService | Procedure::DeregisterEmptyShell => {
                Words::fixed("不写 facts", "no facts")
            }
            Procedure::Migration if takes_in() => Words::fixed(
                "counterparty 写原主体的名称和备案号，facts 写填报的各项（直接写值）",
                "counterparty with name and number of the former subject, the facts filed as plain values",
            ),
            Procedure::Migration => Words::fixed(
                "counterparty 写接收方的名称和备案号，不写 facts",
                "counterparty with name and number of the receiver, no facts",
            ),
            Procedure::DeregisterOther => {
                Words::fixed("counterparty 写对方的名称和备案号", "counterparty with name and number of the other")
            }
            Procedure::Transfer | Procedure::Claim | Procedure::Existing => Words::fixed("不写 facts", "no facts"),
        }
    }
}
