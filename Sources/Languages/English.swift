extension Language {
  static let english = Language(
    tag: "en",
    englishName: "English",
    numberSigns: ["no", "№"],
    months: [
      Month("January", also: "jan"), Month("February", also: "feb"), Month("March", also: "mar"),
      Month("April", also: "apr"), Month("May"), Month("June", also: "jun"), Month("July", also: "jul"),
      Month("August", also: "aug"), Month("September", also: "sep", "sept"), Month("October", also: "oct"),
      Month("November", also: "nov"), Month("December", also: "dec"),
    ],
    dateForms: ["m d, y", "d m y"],
    ordinalSuffixes: ["st", "nd", "rd", "th"],
    conjunctions: ["and", "&"],
    nameSuffixes: ["jr", "sr", "ret"],
    honorifics: ["dr", "prof", "professor", "mr", "mrs", "ms"],
    degrees: [
      "phd", "dphil", "edd", "md", "dds", "jd", "dsc", "scd", "llb", "llm", "lld", "ba", "ma", "mba", "bsc", "msc",
      "mphil", "mph", "mpa", "esq", "frs", "cpa", "ed", "eds",
    ],
    authorLabels: ["by", "written by", "text by", "words by", "story by", "text", "words", "author", "authors"],
    creditLabels: [
      "photos by", "photographs by", "pictures by", "illustrations by", "maps by", "graphics by", "translated by",
      "edited by", "compiled by",
    ],
    greetings: ["dear", "hello", "hi", "greetings", "welcome"],
    groupWords: [
      "institute", "office", "department", "ministry", "centre", "center", "committee", "commission", "council",
      "board", "agency", "authority", "association", "society", "university", "faculty", "team", "group", "staff",
      "editors", "bureau", "foundation", "network", "union", "secretariat", "administration",
      "laboratory", "library", "archive", "archives", "museum", "academy", "school", "college",
    ],
    groupArticles: ["the"],
    abbreviations: ["approx", "resp", "incl", "prof"],
    repeatableWords: [
      "bye", "do", "far", "had", "ha", "her", "it", "long", "many", "more", "much", "no", "now", "please", "really",
      "so", "such", "that", "there", "very", "well", "yes", "you",
    ],
    backToText: "Back to content",
    rubrics: [
      "Prospects", "Conclusions", "Conclusion", "Conclusions for Poland", "Conclusions for the EU",
      "Conclusions and Prospects", "Prospects and Conclusions", "Recommendations", "Summary", "Background",
      "Introduction", "Outlook", "Assessment",
    ])
}
