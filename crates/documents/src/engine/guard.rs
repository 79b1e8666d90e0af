//! What templates may say: they print what they are given, and build nothing.
//!
//! A template may come from a stranger. The fuel of the engine bounds its time, but not its
//! memory: a text that is joined to itself forty times fills any machine. So whatever makes a
//! value out of values is refused before a template is compiled, and what is left can hold no
//! more than its context.

use crate::Error;
use beian_core::words;
use beian_core::words::Words;
use minijinja::machinery::ast::{BinOpKind, CallArg, Expr, Stmt};

/// Checks a parsed template.
pub(super) fn check(template: &str, root: &Stmt<'_>) -> Result<(), Error> {
    Guard { template }.statement(root)
}

struct Guard<'a> {
    template: &'a str,
}

impl Guard<'_> {
    fn refuse(&self, line: impl Into<usize>, what: Words) -> Result<(), Error> {
        let hint = Words::fixed(
            "模板只把给定的内容打印出来：可用 {{ 值 }}、for、if、with、set 名 = 值、include，以及 beian templates list \
             列出的过滤器",
            "templates print what they are given, by {{ value }}, for, if, with, set name = value, include, and the \
             filters that `beian templates list` lists",
        );
        Err(Error::new(self.template, Some(line.into()), what).hint(hint))
    }

    fn statements(&self, list: &[Stmt<'_>]) -> Result<(), Error> {
        list.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&self, statement: &Stmt<'_>) -> Result<(), Error> {
        let (line, name) = match statement {
            Stmt::Template(template) => return self.statements(&template.children),
            Stmt::EmitRaw(_) => return Ok(()),
            Stmt::EmitExpr(emit) => return self.expression(&emit.expr),
            Stmt::IfCond(cond) => {
                self.expression(&cond.expr)?;
                self.statements(&cond.true_body)?;
                return self.statements(&cond.false_body);
            }
            Stmt::WithBlock(with) => {
                for (target, value) in &with.assignments {
                    self.target(target)?;
                    self.expression(value)?;
                }
                return self.statements(&with.body);
            }
            Stmt::Set(set) => {
                self.target(&set.target)?;
                return self.expression(&set.expr);
            }
            Stmt::ForLoop(each) if !each.recursive => {
                self.target(&each.target)?;
                self.expression(&each.iter)?;
                each.filter_expr.iter().try_for_each(|filter| self.expression(filter))?;
                self.statements(&each.body)?;
                return self.statements(&each.else_body);
            }
            Stmt::Include(include) => {
                if matches!(&include.name, Expr::Const(name) if name.value.as_str().is_some()) {
                    return Ok(());
                }
                (include.span().start_line, "include …")
            }
            Stmt::ForLoop(each) => (each.span().start_line, "for … recursive"),
            Stmt::SetBlock(block) => (block.span().start_line, "set … endset"),
            Stmt::AutoEscape(block) => (block.span().start_line, "autoescape"),
            Stmt::FilterBlock(block) => (block.span().start_line, "filter"),
            Stmt::Block(block) => (block.span().start_line, "block"),
            Stmt::Import(block) => (block.span().start_line, "import"),
            Stmt::FromImport(block) => (block.span().start_line, "from … import"),
            Stmt::Extends(block) => (block.span().start_line, "extends"),
            Stmt::Do(block) => (block.span().start_line, "do"),
        };
        self.refuse(line, words!("模板里不能用“{name}”", "templates cannot use `{name}`"))
    }

    /// A name, or several into which an entry is taken apart.
    fn target(&self, target: &Expr<'_>) -> Result<(), Error> {
        match target {
            Expr::Var(_) => Ok(()),
            Expr::Tuple(names) => names.items.iter().try_for_each(|name| self.target(name)),
            Expr::List(names) => names.items.iter().try_for_each(|name| self.target(name)),
            other => {
                self.refuse(other.span().start_line, Words::fixed("只能给名字赋值", "only a name can be given a value"))
            }
        }
    }

    fn expressions<'e>(&self, list: impl IntoIterator<Item = &'e Expr<'e>>) -> Result<(), Error> {
        list.into_iter().try_for_each(|expression| self.expression(expression))
    }

    fn expression(&self, expression: &Expr<'_>) -> Result<(), Error> {
        let line = expression.span().start_line;
        match expression {
            Expr::Var(_) | Expr::Const(_) => Ok(()),
            Expr::UnaryOp(op) => self.expression(&op.expr),
            Expr::BinOp(op) if is_building(op.op) => {
                let sign = sign(op.op);
                self.refuse(
                    line,
                    words!("模板里不能用“{sign}”计算或拼接", "templates cannot compute or join with `{sign}`"),
                )
            }
            Expr::BinOp(op) => self.expressions([&op.left, &op.right]),
            Expr::Compare(compare) => {
                self.expression(&compare.expr)?;
                self.expressions(compare.ops.iter().map(|op| &op.expr))
            }
            Expr::IfExpr(cond) => {
                self.expressions([&cond.test_expr, &cond.true_expr])?;
                self.expressions(cond.false_expr.as_ref())
            }
            Expr::Filter(filter) => {
                self.expressions(filter.expr.as_ref())?;
                self.arguments(line, &filter.args)
            }
            Expr::Test(test) => {
                self.expression(&test.expr)?;
                self.arguments(line, &test.args)
            }
            Expr::GetAttr(get) => self.expression(&get.expr),
            Expr::GetItem(get) => self.expressions([&get.expr, &get.subscript_expr]),
            // A list of constants to compare with is as long as the template says.
            Expr::List(list) if list.as_const().is_some() => Ok(()),
            Expr::Tuple(tuple) if tuple.as_const().is_some() => Ok(()),
            Expr::Tuple(_) | Expr::List(_) | Expr::Map(_) => {
                self.refuse(line, Words::fixed("模板里不能造列表", "templates cannot build lists"))
            }
            Expr::Slice(_) => self.refuse(line, Words::fixed("模板里不能切片", "templates cannot slice")),
            Expr::Call(call) => {
                let name = match &call.expr {
                    Expr::Var(var) => var.id,
                    Expr::GetAttr(get) => get.name,
                    _ => "",
                };
                self.refuse(
                    line,
                    words!(
                        "模板里没有函数“{name}”，也不能调用函数",
                        "there is no function `{name}`: templates call nothing"
                    ),
                )
            }
        }
    }

    fn arguments(&self, line: impl Into<usize>, args: &[CallArg<'_>]) -> Result<(), Error> {
        let line = line.into();
        args.iter().try_for_each(|arg| match arg {
            CallArg::Pos(value) => self.expression(value),
            CallArg::Kwarg(..) | CallArg::PosSplat(_) | CallArg::KwargSplat(_) => {
                self.refuse(line, Words::fixed("过滤器的参数按位置写", "arguments of filters stand by position"))
            }
        })
    }
}

/// Whether an operator makes a value that its operands did not hold.
const fn is_building(op: BinOpKind) -> bool {
    match op {
        BinOpKind::Add
        | BinOpKind::Sub
        | BinOpKind::Mul
        | BinOpKind::Div
        | BinOpKind::FloorDiv
        | BinOpKind::Rem
        | BinOpKind::Pow
        | BinOpKind::Concat => true,
        BinOpKind::Eq
        | BinOpKind::Ne
        | BinOpKind::Lt
        | BinOpKind::Lte
        | BinOpKind::Gt
        | BinOpKind::Gte
        | BinOpKind::ScAnd
        | BinOpKind::ScOr
        | BinOpKind::In => false,
    }
}

const fn sign(op: BinOpKind) -> &'static str {
    match op {
        BinOpKind::Add => "+",
        BinOpKind::Sub => "-",
        BinOpKind::Mul => "*",
        BinOpKind::Div => "/",
        BinOpKind::FloorDiv => "//",
        BinOpKind::Rem => "%",
        BinOpKind::Pow => "**",
        _ => "~",
    }
}
