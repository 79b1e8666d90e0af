//! Lawful histories of a subject, drawn: what a clerk does in the course of years, committed day
//! by day. Of each commit the test holds that it is clean on its day.

use super::clerk::{Asked, Domain, Files, Filing, Person, Records, SEAT, Server, Service};
use super::draw::Draw;
use beian_core::day::Day;

/// The last day of all histories.
pub(crate) const TODAY: Day = Day::of(2026, 11, 24);

/// Draws a history: states of the records, each with the day of its commit.
pub(crate) fn history(seed: u64) -> Vec<(Day, Files)> {
    let mut clerk = Clerk::new(seed);
    if clerk.draw.one_in(3) {
        clerk.open();
    } else {
        clerk.first();
    }
    while clerk.now < TODAY.plus_days(-200) && !clerk.is_over {
        clerk.wait(20, 200);
        clerk.act();
    }
    // Some begin to keep records in git late, and write down what was before.
    let late = if clerk.draw.one_in(3) { clerk.draw.below(clerk.commits.len()) } else { 0 };
    clerk.commits.retain(|(day, _)| *day <= TODAY);
    let last = clerk.commits.len().saturating_sub(1);
    clerk.commits.split_off(late.min(last))
}

/// Who keeps the records.
#[derive(Debug, Clone)]
pub(crate) struct Clerk {
    pub(crate) draw: Draw,
    pub(crate) now: Day,
    pub(crate) records: Records,
    pub(crate) commits: Vec<(Day, Files)>,
    pub(crate) is_over: bool,
    serial: usize,
}

/// What a change does to the records.
pub(crate) type Edit<'e> = &'e dyn Fn(&mut Records);

impl Clerk {
    pub(crate) fn new(seed: u64) -> Self {
        let mut draw = Draw::new(seed);
        let now = Day::of(2021, 2, 1).plus_days(draw.days(0, 900));
        let people = vec![person("wang", 0, 1), person("chen", 1, 0)];
        let records = Records {
            name: "宁波示范商贸有限公司",
            code: "91330203MAEXAMP14K",
            address: SEAT.to_owned(),
            valid: ("2018-04-11".to_owned(), "长期"),
            principal: "wang".to_owned(),
            legal: "wang".to_owned(),
            remark: None,
            numbers: Vec::new(),
            ended: None,
            people,
            domains: Vec::new(),
            servers: Vec::new(),
            services: Vec::new(),
            filings: Vec::new(),
            observations: Vec::new(),
        };
        Self { draw, now, records, commits: Vec::new(), is_over: false, serial: 0 }
    }

    pub(crate) fn wait(&mut self, least: i64, most: i64) {
        self.now = self.now.plus_days(self.draw.days(least, most));
    }

    /// Commits what stands in the records; terms that end soon are renewed before.
    pub(crate) fn commit(&mut self) {
        let (now, draw) = (self.now, &mut self.draw);
        for domain in self.records.domains.iter_mut().filter(|domain| domain.left.is_none()) {
            while domain.expires < now.plus_days(150) {
                domain.expires = domain.expires.plus_days(365 * draw.days(1, 3));
            }
        }
        for server in self.records.servers.iter_mut().filter(|server| server.released.is_none()) {
            while server.until < now.plus_days(300) {
                server.until = server.until.plus_days(365 * draw.days(1, 2));
            }
        }
        let files = self.records.files();
        match self.commits.last_mut() {
            Some((day, last)) if *day == now => *last = files,
            _ => self.commits.push((now, files)),
        }
    }

    pub(crate) fn maybe_commit(&mut self, one_in: usize) {
        if self.draw.one_in(one_in) {
            self.commit();
        }
    }

    fn serial(&mut self) -> usize {
        self.serial += 1;
        self.serial
    }

    pub(crate) fn server(&mut self, provider: &'static str) -> String {
        let number = self.serial();
        let key = format!("web-{number}");
        let (region, place) =
            if provider == "阿里云" { ("cn-hangzhou", "浙江省") } else { ("ap-shanghai", "上海市") };
        let from = self.now.plus_days(-self.draw.days(20, 60));
        let until = from.plus_days(365 * self.draw.days(2, 3));
        self.records.servers.push(Server {
            key: key.clone(),
            provider,
            region,
            place,
            number,
            from,
            until,
            released: None,
        });
        key
    }

    fn domain(&mut self) -> String {
        let name = format!("{}{}.example", self.draw.pick(&["store", "goods", "order", "wares"]), self.serial());
        let registered = self.now.plus_days(-self.draw.days(60, 400));
        self.records.domains.push(Domain {
            name: name.clone(),
            registrar: "阿里云",
            registrar_since: None,
            registered,
            verified: registered.plus_days(self.draw.days(5, 20)),
            expires: registered.plus_days(365 * self.draw.days(2, 4)),
            left: None,
        });
        name
    }

    /// A service that is to be filed.
    pub(crate) fn service(&mut self) -> Service {
        let at = self.serial();
        let app = !self.records.domains.is_empty() && self.draw.one_in(3);
        let domain = if app { self.records.services.first().map(|it| it.domain.clone()) } else { None };
        let domain = match domain {
            Some(domain) if self.records.domains.iter().any(|it| it.name == domain && it.left.is_none()) => domain,
            _ => self.domain(),
        };
        let server = match self.records.servers.iter().find(|it| it.released.is_none()) {
            Some(server) if self.draw.one_in(2) => server.key.clone(),
            _ => self.server("阿里云"),
        };
        const NAMES: [&str; 8] = [
            "示范好物商城",
            "示范批发订货网",
            "示范家居馆",
            "示范茶具铺",
            "示范文具店",
            "示范园艺馆",
            "示范灯饰城",
            "示范布艺坊",
        ];
        Service {
            key: format!("shop-{at}"),
            kind: if app { "APP" } else { "网站" },
            name: NAMES[at % NAMES.len()].to_owned(),
            content: "展示并销售本公司经营的日用商品",
            domain,
            access: vec![(server, None, None)],
            principal: "chen".to_owned(),
            ..Service::default()
        }
    }

    /// The facts with which a service is filed.
    pub(crate) fn facts_of(&mut self, service: &Service) -> Vec<(String, Asked)> {
        let value = |text: &str| Asked::Value(text.to_owned());
        let mut facts = vec![
            ("kind", value(service.kind)),
            ("name", value(&service.name)),
            ("domains", Asked::Value(format!("[{}]", service.domain))),
            ("content", value(service.content)),
            ("approvals", value("不涉及")),
            ("languages", value("[中文]")),
            ("principal", value(&service.principal)),
        ];
        if service.kind == "网站" {
            facts.push(("home", Asked::Value(format!("www.{}", service.domain))));
        }
        facts.sort_by_key(|(field, _)| *field);
        facts.into_iter().map(|(field, asked)| (format!("services/{}/{field}", service.key), asked)).collect()
    }

    /// The facts with which the subject is filed.
    pub(crate) fn facts_of_subject(&self) -> Vec<(String, Asked)> {
        let records = &self.records;
        let mut facts = vec![
            ("subject/name".to_owned(), records.name.to_owned()),
            ("subject/nature".to_owned(), "企业".to_owned()),
            ("subject/certificate/kind".to_owned(), "营业执照".to_owned()),
            ("subject/certificate/number".to_owned(), format!("\"{}\"", records.code)),
            ("subject/certificate/address".to_owned(), SEAT.to_owned()),
            ("subject/region".to_owned(), "\"330203\"".to_owned()),
            ("subject/address".to_owned(), records.address.clone()),
            ("subject/principal".to_owned(), records.principal.clone()),
        ];
        facts.extend(records.people.iter().flat_map(facts_of_person));
        facts.into_iter().map(|(fact, value)| (fact, Asked::Value(value))).collect()
    }
}

pub(crate) fn facts_of_person(person: &Person) -> Vec<(String, String)> {
    let fact = |field: &str, value: String| (format!("people/{}/{field}", person.key), value);
    vec![
        fact("name", person.name.to_owned()),
        fact("mobile", format!("\"{}\"", person.mobile)),
        fact("email", person.mail.clone()),
    ]
}

const PEOPLE: [(&str, &str, &str, &str, &str); 4] = [
    ("王样本", "330***********0050", "2017-08-01", "2037-08-01", "总经理"),
    ("陈范例", "330***********0077", "2019-03-15", "2039-03-15", "运维主管"),
    ("李示意", "330***********0093", "2016-05-05", "2036-05-05", "技术经理"),
    ("赵例文", "330***********0106", "2018-09-09", "2038-09-09", "运营经理"),
];

/// The person of that number, whose friend is another one.
pub(crate) fn person(key: &str, number: usize, friend: usize) -> Person {
    let (name, id, from, until, post) = PEOPLE[number % PEOPLE.len()];
    Person {
        key: key.to_owned(),
        name,
        id,
        from,
        until,
        mobile: format!("137****100{number}"),
        other_phone: format!("137****100{friend}"),
        other_name: PEOPLE[friend % PEOPLE.len()].0,
        mail: format!("{key}@mail.example"),
        post,
    }
}

/// An order that is not sent yet.
pub(crate) fn draft(day: Day, slug: &str, procedure: &'static str, covers: &[String]) -> Filing {
    Filing {
        stem: format!("{day}-{slug}"), procedure, through: "阿里云", covers: covers.to_vec(), ..Filing::default()
    }
}
