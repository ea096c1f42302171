extension Language {
  static let polish = Language(
    tag: "pl",
    englishName: "Polish",
    numberSigns: ["nr"],
    months: [
      Month("styczeń", inDates: "stycznia"), Month("luty", inDates: "lutego"), Month("marzec", inDates: "marca"),
      Month("kwiecień", inDates: "kwietnia"), Month("maj", inDates: "maja"), Month("czerwiec", inDates: "czerwca"),
      Month("lipiec", inDates: "lipca"), Month("sierpień", inDates: "sierpnia"), Month("wrzesień", inDates: "września"),
      Month("październik", inDates: "października"), Month("listopad", inDates: "listopada"),
      Month("grudzień", inDates: "grudnia"),
    ],
    dateForms: ["d m y"],
    yearSuffixes: ["r"],
    conjunctions: ["i", "oraz"],
    nameSuffixes: ["mł", "st"],
    honorifics: ["dr", "prof", "hab", "mgr", "inż", "lic"],
    degrees: ["mba", "red"],
    authorLabels: ["autor", "autorka", "autorzy", "autorki", "tekst", "napisał", "napisała", "napisali"],
    creditLabels: ["tłumaczył", "tłumaczyła", "opracował", "opracowała", "opracowali", "zebrał", "zebrała"],
    greetings: [
      "drogi", "droga", "drodzy", "drogie", "szanowny", "szanowna", "szanowni", "szanowne", "witamy", "witajcie",
    ],
    groupWords: [
      "instytut", "urząd", "biuro", "ministerstwo", "zespół", "centrum", "ośrodek", "komisja", "komitet", "rada",
      "zarząd", "uniwersytet", "wydział", "katedra", "zakład", "redakcja", "fundacja", "stowarzyszenie",
      "towarzystwo", "akademia", "szkoła", "muzeum", "biblioteka", "archiwum", "agencja", "sekretariat", "grupa",
    ],
    abbreviations: ["godz", "proc", "prof"],
    repeatableWords: [
      "bardzo", "daleko", "dawno", "długo", "ha", "hen", "już", "ledwo", "nie", "no", "sam", "tak", "to", "tuż",
      "zaraz",
    ],
    shortWords: "aiouwzAIOUWZ",
    backToText: "Powrót do tekstu",
    rubrics: [
      "Perspektywy", "Wnioski", "Wnioski dla Polski", "Wnioski dla UE", "Wnioski i perspektywy",
      "Wnioski i rekomendacje", "Rekomendacje", "Podsumowanie", "Tło", "Wprowadzenie", "Ocena",
    ])
}
