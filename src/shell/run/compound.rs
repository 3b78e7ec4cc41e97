//! Groups, conditions and loops.

use crate::shell::pattern::Pattern;
use crate::shell::state::Shell;
use crate::shell::stop::Stop;
use crate::shell::system::System;
use brush_parser::ast::{
    ArithmeticForClauseCommand, CaseClauseCommand, CaseItemPostAction, CompoundCommand, CompoundList,
    ForClauseCommand, IfClauseCommand, RedirectList,
};

impl Shell {
    /// Does something with other streams and has the old ones back.
    pub(super) fn redirected(
        &mut self,
        redirects: Option<&RedirectList>,
        system: &mut System<'_>,
        act: impl FnOnce(&mut Self, &mut System<'_>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let Some(redirects) = redirects else { return act(self, system) };
        let before = self.streams.clone();
        let mut ended = Ok(());
        for redirect in &redirects.0 {
            ended = ended.and_then(|()| self.redirect(redirect, system));
        }
        let ended = ended.and_then(|()| act(self, system));
        self.streams = before;
        ended
    }

    pub(super) fn compound(
        &mut self,
        compound: &CompoundCommand,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        match compound {
            CompoundCommand::BraceGroup(group) => self.list(&group.list, system),
            CompoundCommand::Subshell(group) => {
                let mut subshell = self.subshell();
                let ended = subshell.list(&group.list, system);
                self.status = subshell.end(ended, system);
                Ok(())
            }
            CompoundCommand::IfClause(clause) => self.if_clause(clause, system),
            CompoundCommand::ForClause(clause) => self.for_clause(clause, system),
            CompoundCommand::ArithmeticForClause(clause) => self.arithmetic_for(clause, system),
            CompoundCommand::WhileClause(clause) => {
                self.while_clause(&clause.0, &clause.1.list, true, system)
            }
            CompoundCommand::UntilClause(clause) => {
                self.while_clause(&clause.0, &clause.1.list, false, system)
            }
            CompoundCommand::CaseClause(clause) => self.case_clause(clause, system),
            CompoundCommand::Arithmetic(command) => {
                let value =
                    self.arithmetic(&command.expr.value, system).map_err(|stop| prefixed(stop, "(("))?;
                self.status = i32::from(value == 0);
                Ok(())
            }
            CompoundCommand::Coprocess(_) => Err(Stop::refused(
                "coproc: coprocesses are not carried here: a command runs to its end before the next begins",
            )),
        }
    }

    fn if_clause(&mut self, clause: &IfClauseCommand, system: &mut System<'_>) -> Result<(), Stop> {
        if self.condition(&clause.condition, system)? {
            return self.list(&clause.then, system);
        }
        for other in clause.elses.iter().flatten() {
            let chosen = match &other.condition {
                Some(condition) => self.condition(condition, system)?,
                None => true,
            };
            if chosen {
                return self.list(&other.body, system);
            }
        }
        self.status = 0;
        Ok(())
    }

    fn for_clause(&mut self, clause: &ForClauseCommand, system: &mut System<'_>) -> Result<(), Stop> {
        let values = match &clause.values {
            None => self.arguments.clone(),
            Some(words) => {
                let mut values = Vec::new();
                for word in words {
                    values.extend(self.words(&word.value, system)?);
                }
                values
            }
        };
        self.status = 0;
        for value in values {
            self.set(&clause.variable_name, value)?;
            if !self.round(&clause.body.list, system)? {
                break;
            }
        }
        Ok(())
    }

    fn arithmetic_for(
        &mut self,
        clause: &ArithmeticForClauseCommand,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        if let Some(first) = &clause.initializer {
            self.arithmetic(&first.value, system)?;
        }
        self.status = 0;
        loop {
            if let Some(condition) = clause.condition.as_ref().filter(|text| !text.value.trim().is_empty())
                && self.arithmetic(&condition.value, system)? == 0
            {
                return Ok(());
            }
            if !self.round(&clause.body.list, system)? {
                return Ok(());
            }
            if let Some(next) = &clause.updater {
                self.arithmetic(&next.value, system)?;
            }
        }
    }

    fn while_clause(
        &mut self,
        condition: &CompoundList,
        body: &CompoundList,
        wanted: bool,
        system: &mut System<'_>,
    ) -> Result<(), Stop> {
        let mut status = 0;
        while self.condition(condition, system)? == wanted {
            let goes_on = self.round(body, system)?;
            status = self.status;
            if !goes_on {
                break;
            }
        }
        self.status = status;
        Ok(())
    }

    /// One round of a loop; false when it was the last.
    fn round(&mut self, body: &CompoundList, system: &mut System<'_>) -> Result<bool, Stop> {
        self.loops += 1;
        let ended = self.list(body, system);
        self.loops -= 1;
        match ended {
            Ok(()) => Ok(true),
            Err(Stop::Break(1)) => Ok(false),
            Err(Stop::Continue(1)) => Ok(true),
            Err(Stop::Break(levels)) => Err(Stop::Break(levels - 1)),
            Err(Stop::Continue(levels)) => Err(Stop::Continue(levels - 1)),
            Err(other) => Err(other),
        }
    }

    fn case_clause(&mut self, clause: &CaseClauseCommand, system: &mut System<'_>) -> Result<(), Stop> {
        let value = self.text(&clause.value.value, system)?;
        self.status = 0;
        let mut falls_through = false;
        for case in &clause.cases {
            let mut fits = falls_through;
            for pattern in &case.patterns {
                fits = fits || {
                    let pattern = self.pattern(&pattern.value, system)?;
                    Pattern::new(&pattern).any_case(self.options.no_case_match).fits(&value)
                };
            }
            if !fits {
                continue;
            }
            if let Some(commands) = &case.cmd {
                self.list(commands, system)?;
            }
            match case.post_action {
                CaseItemPostAction::ExitCase => return Ok(()),
                CaseItemPostAction::UnconditionallyExecuteNextCaseItem => falls_through = true,
                CaseItemPostAction::ContinueEvaluatingCases => falls_through = false,
            }
        }
        Ok(())
    }
}

fn prefixed(stop: Stop, prefix: &str) -> Stop {
    match stop {
        Stop::Refused { message, status, fatal } => {
            Stop::Refused { message: format!("{prefix}: {message}"), status, fatal }
        }
        other => other,
    }
}
