//! `$(( ))`: whole numbers of 64 bits, as bash counts.

use crate::shell::parse;
use crate::shell::state::{Shell, Value, is_name};
use crate::shell::stop::Stop;
use crate::shell::system::System;
use brush_parser::ast::{
    ArithmeticExpr, ArithmeticTarget, BinaryOperator, UnaryAssignmentOperator, UnaryOperator,
};

/// A variable's value may name another variable, and so on: so often at most.
const LONGEST_CHAIN: usize = 100;

impl Shell {
    /// The value of an expression as it is written.
    ///
    /// # Errors
    /// When it is no expression, divides by zero, or sets what may not change.
    pub fn arithmetic(&mut self, expression: &str, system: &mut System<'_>) -> Result<i64, Stop> {
        let text = self.quoted(expression, system)?;
        self.evaluate_text(&text, 0)
    }

    fn evaluate_text(&mut self, text: &str, depth: usize) -> Result<i64, Stop> {
        if text.trim().is_empty() {
            return Ok(0);
        }
        if let Some(number) = integer(text.trim()) {
            return Ok(number);
        }
        if depth > LONGEST_CHAIN {
            return Err(Stop::fatal(format!("{}: expression recursion level exceeded", text.trim()), 1));
        }
        let parsed = parse::arithmetic(text)?;
        self.evaluate(&parsed, text.trim_start(), depth)
    }

    fn evaluate(&mut self, expression: &ArithmeticExpr, text: &str, depth: usize) -> Result<i64, Stop> {
        match expression {
            ArithmeticExpr::Literal(number) => Ok(*number),
            ArithmeticExpr::Reference(target) => self.read_target(target, text, depth),
            ArithmeticExpr::UnaryOp(operator, operand) => {
                let value = self.evaluate(operand, text, depth)?;
                Ok(match operator {
                    UnaryOperator::UnaryPlus => value,
                    UnaryOperator::UnaryMinus => value.wrapping_neg(),
                    UnaryOperator::BitwiseNot => !value,
                    UnaryOperator::LogicalNot => i64::from(value == 0),
                })
            }
            ArithmeticExpr::BinaryOp(BinaryOperator::LogicalAnd, left, right) => Ok(i64::from(
                self.evaluate(left, text, depth)? != 0 && self.evaluate(right, text, depth)? != 0,
            )),
            ArithmeticExpr::BinaryOp(BinaryOperator::LogicalOr, left, right) => Ok(i64::from(
                self.evaluate(left, text, depth)? != 0 || self.evaluate(right, text, depth)? != 0,
            )),
            ArithmeticExpr::BinaryOp(operator, left, right) => {
                let left = self.evaluate(left, text, depth)?;
                let right = self.evaluate(right, text, depth)?;
                compute(operator, left, right, text)
            }
            ArithmeticExpr::Conditional(condition, yes, no) => {
                let chosen = if self.evaluate(condition, text, depth)? != 0 { yes } else { no };
                self.evaluate(chosen, text, depth)
            }
            ArithmeticExpr::Assignment(target, value) => {
                let value = self.evaluate(value, text, depth)?;
                self.write_target(target, value, text, depth)
            }
            ArithmeticExpr::BinaryAssignment(operator, target, value) => {
                let before = self.read_target(target, text, depth)?;
                let value = self.evaluate(value, text, depth)?;
                let after = compute(operator, before, value, text)?;
                self.write_target(target, after, text, depth)
            }
            ArithmeticExpr::UnaryAssignment(operator, target) => {
                let before = self.read_target(target, text, depth)?;
                let (after, given) = match operator {
                    UnaryAssignmentOperator::PrefixIncrement => {
                        (before.wrapping_add(1), before.wrapping_add(1))
                    }
                    UnaryAssignmentOperator::PrefixDecrement => {
                        (before.wrapping_sub(1), before.wrapping_sub(1))
                    }
                    UnaryAssignmentOperator::PostfixIncrement => (before.wrapping_add(1), before),
                    UnaryAssignmentOperator::PostfixDecrement => (before.wrapping_sub(1), before),
                };
                self.write_target(target, after, text, depth)?;
                Ok(given)
            }
        }
    }

    fn read_target(&mut self, target: &ArithmeticTarget, text: &str, depth: usize) -> Result<i64, Stop> {
        let (name, held) = match target {
            ArithmeticTarget::Variable(name) => (name, self.special(name).or_else(|| self.get(name))),
            ArithmeticTarget::ArrayElement(name, index) => {
                let key = self.evaluate(index, text, depth)?;
                (name, self.element(name, key))
            }
        };
        match held {
            Some(held) => self.evaluate_text(&held, depth + 1),
            None if self.options.no_unset => Err(Stop::fatal(format!("{name}: unbound variable"), 1)),
            None => Ok(0),
        }
    }

    /// An element of an array; a negative place counts from its end.
    pub(super) fn element(&self, name: &str, index: i64) -> Option<String> {
        match self.variable(name)?.value.as_ref()? {
            Value::Array(items) => {
                let end = items.last_key_value().map_or(0, |(last, _)| last + 1);
                items.get(&if index < 0 { end + index } else { index }).cloned()
            }
            Value::Text(text) => matches!(index, 0 | -1).then(|| text.clone()),
            Value::Map(items) => items.get(&index.to_string()).cloned(),
        }
    }

    fn write_target(
        &mut self,
        target: &ArithmeticTarget,
        value: i64,
        text: &str,
        depth: usize,
    ) -> Result<i64, Stop> {
        match target {
            ArithmeticTarget::Variable(name) => self.set(name, value.to_string())?,
            ArithmeticTarget::ArrayElement(name, index) => {
                let key = self.evaluate(index, text, depth)?;
                self.set_element(name, &key.to_string(), key, value.to_string())?;
            }
        }
        Ok(value)
    }
}

fn compute(operator: &BinaryOperator, left: i64, right: i64, text: &str) -> Result<i64, Stop> {
    let truth = i64::from;
    Ok(match operator {
        BinaryOperator::Power if right < 0 => {
            let message = format!("{text}: exponent less than 0 (error token is \"{}\")", -right);
            return Err(Stop::fatal(message, 1));
        }
        BinaryOperator::Power => left.wrapping_pow(u32::try_from(right).unwrap_or(u32::MAX)),
        BinaryOperator::Multiply => left.wrapping_mul(right),
        BinaryOperator::Divide | BinaryOperator::Modulo if right == 0 => {
            let divisor = text.rsplit(['/', '%']).next().unwrap_or_default().trim_start();
            return Err(Stop::fatal(format!("{text}: division by 0 (error token is \"{divisor}\")"), 1));
        }
        BinaryOperator::Divide => left.wrapping_div(right),
        BinaryOperator::Modulo => left.wrapping_rem(right),
        BinaryOperator::Comma => right,
        BinaryOperator::Add => left.wrapping_add(right),
        BinaryOperator::Subtract => left.wrapping_sub(right),
        BinaryOperator::ShiftLeft => left.wrapping_shl(right as u32),
        BinaryOperator::ShiftRight => left.wrapping_shr(right as u32),
        BinaryOperator::LessThan => truth(left < right),
        BinaryOperator::LessThanOrEqualTo => truth(left <= right),
        BinaryOperator::GreaterThan => truth(left > right),
        BinaryOperator::GreaterThanOrEqualTo => truth(left >= right),
        BinaryOperator::Equals => truth(left == right),
        BinaryOperator::NotEquals => truth(left != right),
        BinaryOperator::BitwiseAnd => left & right,
        BinaryOperator::BitwiseXor => left ^ right,
        BinaryOperator::BitwiseOr => left | right,
        BinaryOperator::LogicalAnd => truth(left != 0 && right != 0),
        BinaryOperator::LogicalOr => truth(left != 0 || right != 0),
    })
}

/// A whole number as bash writes them: `12`, `0x1f`, `017`, `2#101`.
pub fn integer(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || is_name(digits) {
        return None;
    }
    let (radix, digits) =
        if let Some(digits) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
            (16, digits)
        } else if let Some((radix, digits)) = digits.split_once('#') {
            (radix.parse().ok().filter(|radix| (2..=36).contains(radix))?, digits)
        } else if digits.len() > 1 && digits.starts_with('0') {
            (8, &digits[1..])
        } else {
            (10, digits)
        };
    if !digits.chars().all(|digit| digit.is_digit(radix)) {
        return None;
    }
    // Too large a number wraps, as in bash.
    let value = digits
        .chars()
        .filter_map(|digit| digit.to_digit(radix))
        .fold(0_i64, |value, digit| value.wrapping_mul(i64::from(radix)).wrapping_add(i64::from(digit)));
    Some(if negative { value.wrapping_neg() } else { value })
}
