//! Titles and descriptions of the data sets that come with the site.

use super::Msg;

/// Title and description of the data set of that id.
pub fn builtin_texts(id: &str) -> (Msg, Msg) {
    match id {
        "wine_quality" => (Msg::SetWineQuality, Msg::SetWineQualityText),
        "iris" => (Msg::SetIris, Msg::SetIrisText),
        "wine" => (Msg::SetWine, Msg::SetWineText),
        "breast_cancer" => (Msg::SetBreastCancer, Msg::SetBreastCancerText),
        "diabetes" => (Msg::SetDiabetes, Msg::SetDiabetesText),
        "digits" => (Msg::SetDigits, Msg::SetDigitsText),
        "seattle_weather" => (Msg::SetWeather, Msg::SetWeatherText),
        _ => (Msg::SetUnknown, Msg::SetUnknownText),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_set_has_a_title() {
        for set in crate::data::builtin::BUILTIN {
            assert_ne!(super::builtin_texts(set.id).0, super::Msg::SetUnknown, "{}", set.id);
        }
    }
}
