//! Text with formulas between dollar signs, cut into runs of one style: the part of TeX that labels use.

/// A piece of text of one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its characters.
    pub text: String,
    /// Whether it leans.
    pub slanted: bool,
    /// Whether it is bold.
    pub bold: bool,
    /// Its size to that of the text around it.
    pub scale: f32,
    /// How far it is raised, in sizes of the text around it.
    pub rise: f32,
}

#[derive(Clone, Copy)]
struct Style {
    upright: bool,
    bold: bool,
    scale: f32,
    rise: f32,
}

const SHRINK: f32 = 0.7;
/// Formulas in formulas are followed so deep.
const DEEPEST: usize = 8;

const GREEK: &str = "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ \
mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ \
Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω";
const SIGNS: &str = "times × cdot ⋅ pm ± leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ infty ∞ to → rightarrow → \
leftarrow ← Rightarrow ⇒ Leftarrow ⇐ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ in ∈ sqrt √ degree ° circ ° div ÷ ldots … \
dots … cdots … ell l prime ′ dag † ddag ‡ bullet • star ★ euro € uparrow ↑ downarrow ↓ leftrightarrow ↔";
const UPRIGHT: &[&str] =
    &["mathrm", "mathdefault", "text", "textrm", "mathregular", "mathsf", "operatorname"];
const WORDS: &[&str] =
    &["sin", "cos", "tan", "log", "ln", "exp", "min", "max", "lim", "arg", "det", "argmin", "argmax"];

/// The runs of `text`. What is not known stays as it is written.
pub fn runs(text: &str) -> Vec<Run> {
    let plain = |text: String| Run { text, slanted: false, bold: false, scale: 1.0, rise: 0.0 };
    let pieces = split(text);
    if pieces.len() < 3 || pieces.len().is_multiple_of(2) {
        return vec![plain(text.replace("\\$", "$"))];
    }
    let mut found = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        if index % 2 == 0 {
            if !piece.is_empty() {
                found.push(plain(piece.clone()));
            }
        } else {
            let mut reader = Reader { rest: piece.chars().collect(), at: 0, runs: &mut found };
            reader.read(Style { upright: false, bold: false, scale: 1.0, rise: 0.0 }, 0);
        }
    }
    found
}

/// Cuts at dollar signs that no backslash stands before.
fn split(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let held = pieces.last_mut();
        match (letter, letters.peek()) {
            ('\\', Some('$')) => {
                letters.next();
                held.into_iter().for_each(|piece| piece.push('$'));
            }
            ('$', _) => pieces.push(String::new()),
            _ => held.into_iter().for_each(|piece| piece.push(letter)),
        }
    }
    pieces
}

fn named(table: &'static str, name: &str) -> Option<&'static str> {
    let mut words = table.split_whitespace();
    while let (Some(word), Some(sign)) = (words.next(), words.next()) {
        if word == name {
            return Some(sign);
        }
    }
    None
}

struct Reader<'a> {
    rest: Vec<char>,
    at: usize,
    runs: &'a mut Vec<Run>,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let found = self.rest.get(self.at).copied();
        self.at += 1;
        found
    }

    fn peek(&self) -> Option<char> {
        self.rest.get(self.at).copied()
    }

    /// Reads to the end of the group.
    fn read(&mut self, style: Style, depth: usize) {
        while let Some(letter) = self.next() {
            match letter {
                '}' if depth > 0 => return,
                _ => self.token(letter, style, depth),
            }
        }
    }

    /// Reads what one token, `first`, begins.
    fn token(&mut self, first: char, style: Style, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        match first {
            '{' => self.read(style, depth + 1),
            '^' => self.argument(raised(style, 0.38), depth),
            '_' => self.argument(raised(style, -0.18), depth),
            '\\' => self.command(style, depth),
            ' ' if !style.upright => {}
            '-' => self.push(" − ".trim(), false, style),
            '=' | '<' | '>' | '+' => self.push(&format!(" {first} "), false, style),
            letter => self.push(letter.encode_utf8(&mut [0; 4]), letter.is_alphabetic(), style),
        }
    }

    fn argument(&mut self, style: Style, depth: usize) {
        while self.peek() == Some(' ') {
            self.at += 1;
        }
        if let Some(letter) = self.next() {
            self.token(letter, style, depth + 1);
        }
    }

    fn command(&mut self, style: Style, depth: usize) {
        let start = self.at;
        while self.peek().is_some_and(|letter| letter.is_ascii_alphabetic()) {
            self.at += 1;
        }
        let name: String = self.rest.get(start..self.at).unwrap_or_default().iter().collect();
        match name.as_str() {
            "" => match self.next() {
                Some(',' | ';' | ':' | ' ') => self.push("\u{a0}", false, style),
                Some(letter) => self.push(letter.encode_utf8(&mut [0; 4]), false, style),
                None => {}
            },
            "frac" => {
                self.argument(style, depth);
                self.push("/", false, style);
                self.argument(style, depth);
            }
            "mathbf" | "textbf" => self.argument(Style { bold: true, upright: true, ..style }, depth),
            "mathit" => self.argument(Style { upright: false, ..style }, depth),
            "left" | "right" | "displaystyle" => {}
            "quad" => self.push("  ", false, style),
            name if UPRIGHT.contains(&name) => self.argument(Style { upright: true, ..style }, depth),
            name if WORDS.contains(&name) => self.push(name, false, style),
            name => match named(GREEK, name) {
                Some(sign) => self.push(sign, sign.chars().all(char::is_lowercase), style),
                None => self.push(named(SIGNS, name).unwrap_or(name), false, style),
            },
        }
    }

    fn push(&mut self, text: &str, slanted: bool, style: Style) {
        let slanted = slanted && !style.upright;
        let run =
            Run { text: text.to_owned(), slanted, bold: style.bold, scale: style.scale, rise: style.rise };
        match self.runs.last_mut() {
            Some(last)
                if (last.slanted, last.bold, last.scale, last.rise)
                    == (run.slanted, run.bold, run.scale, run.rise) =>
            {
                last.text.push_str(text);
            }
            _ => self.runs.push(run),
        }
    }
}

fn raised(style: Style, by: f32) -> Style {
    Style { rise: style.rise + by * style.scale, scale: style.scale * SHRINK, ..style }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool, f32)]) {
        let runs = runs(text);
        let found: Vec<_> = runs.iter().map(|run| (run.text.as_str(), run.slanted, run.scale)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn formulas_are_cut_into_runs() {
        check("costs 5$", &[("costs 5$", false, 1.0)]);
        check(r"5\$ to 6\$", &[("5$ to 6$", false, 1.0)]);
        check("$R^2$ score", &[("R", true, 1.0), ("2", false, 0.7), (" score", false, 1.0)]);
        check(r"$\mathdefault{10^{-3}}$", &[("10", false, 1.0), ("−3", false, 0.7)]);
        check(r"$\alpha=1$", &[("α", true, 1.0), (" = 1", false, 1.0)]);
        check(r"$x_{i$", &[("x", true, 1.0), ("i", true, 0.7)]);
    }
}
