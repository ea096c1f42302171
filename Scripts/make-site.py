#!/usr/bin/env python3
"""Writes the site of an institute with COUNT issues in English, Polish and Arabic, the same bytes each time: what a theme
must bear. Some authors wrote hundreds of issues and most one or two, some topics come every month, editors change, one issue
of each language has all that a text may have, and some are translated.

    make-site.py COUNT FOLDER
"""
import datetime, pathlib, random, shutil, sys

count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
chance = random.Random(11)
here = pathlib.Path(__file__).parent

TONGUES = {
    "en": {
        "given": "Ada Bruno Clara Dirk Edith Felix Greta Hugo Ines Jonas Karin Leo Marta Nils Olga Piet Rosa Sven Thea Ulf Vera Willem".split(),
        "family": "Abbot Alder Ashe Bakker Birch Brandt Carver Dahl Drum Ekholm Elm Faber Fenn Gale Graaf Haas Hale Hearn Ibsen Jansen Kerr Kjær Lind Loos Marsh Moor Nyberg Oake Onslow Pike Quill Reed Ruiz Sand Stone Thorn Tveit Uhl Vane Voss Wade Wren Yates Zell".split(),
        "places": "Aldermouth;Brackwater;Cold Haven;the Dunmere Delta;East Ferrol;the Fallow Isles;Grey Sound;Hallin;the Inner Straits;Jarrow Point;Kestrel Bay;Lower Marn;Morrow;North Quay;Orrin;the Outer Banks;Pell;Queensferry;Ravensund;Saltholm;Tarn;Upper Marn;Vesper;the White Coast".split(";"),
        "subjects": "Harbour Dues;Ice Patrols;Fishing Quotas;Pilotage;Dredging;Tidal Power;Ferry Lines;Customs Unions;Lighthouse Tenders;Flood Warnings;Ship Registers;Salvage Law;Coastal Railways;Undersea Cables;Water Rights;Border Traffic;Grain Transit;Shipbuilding;Migration;Quarantine;Minority Schools;Joint Budgets".split(";"),
        "titles": ["{S} in {p}: What the New Agreement Changes", "Who Pays for {S}?", "{p} before the Elections: The Return of {S}", "{S} after the Summit", "Three Scenarios for {S} between {p} and {q}", "{p} and {q} Settle Their Dispute over {S}", "The End of {S} as {p} Knew It", "Why {p} Needs {S}, and Why {q} Does Not"],
        "sentences": ["The government of {p} announced in {m} that it will renegotiate the terms on which {s} has been paid for since the last enlargement", "Neither {p} nor {q} has an interest in seeing the question settled before the budget of the coming year is known", "Traffic through {p} fell by {n} per cent, more than in any year of which there are records", "What the two sides have signed is a framework, and the annexes in which everything is decided are still being written", "Opinion polls in {q} show that {n} per cent of those asked have never heard of the treaty, while those who have are against it", "It follows that {s} will remain a matter for officials rather than for ministers, at least until the review that is planned for the autumn", "The commission’s proposal would cost about {n} million a year", "In practice, ships that call at {p} are inspected twice", "The opposition has called the arrangement “an agreement to go on talking”", "For {q}, much depends on whether the railway is finished in time"],
        "rubrics": ["Background", "Conclusions", "Recommendations"], "roles": ["Editor-in-Chief", "Executive Editor", "Copy Editor"],
        "months": "January February March April May June July August September October November December".split(),
        "number": "No. {n} ({c}) • {month} {day}, {year} • © ICBS", "editors": "Editors", "series": "BULLETIN",
    },
    "pl": {
        "given": "Anna Bartosz Cecylia Dariusz Elżbieta Feliks Grażyna Hubert Iwona Jacek Krystyna Łukasz Małgorzata Norbert Olga Przemysław Róża Stanisław Teresa Urszula Wacław Zdzisława Żaneta".split(),
        "family": "Bąk Brzoza Ćwiklik Dąbek Dziurdź Ejsmond Fąfara Głąb Gwóźdź Hryń Iłowiec Jeż Jarzębina Kłos Krąż Łoś Maślak Mróz Niedźwiedź Oleńka Pęk Pstrąg Rdest Rzęsa Sójka Świerk Szczygieł Trzmiel Ułęż Wężyk Wiąz Wrzos Źdźbło Zięba Żbik Żuraw".split(),
        "places": "Gdyniec;Jastarze;Koszalinek;Lęborze;Mierzeja;Nowa Przystań;Oksywek;Puckie Błota;Rewa;Stolpen;Tczewo;Ustronie;Wisłoujście;Zatoka Szara;Żuławki".split(";"),
        "subjects": "Opłaty portowe;Połowy dorszy;Pilotaż;Pogłębianie torów;Energia pływów;Linie promowe;Unia celna;Ostrzeganie przed powodzią;Rejestr statków;Prawo ratownictwa;Koleje nadbrzeżne;Kable podmorskie;Prawa wodne;Mały ruch graniczny;Tranzyt zboża;Budowa okrętów;Kwarantanna;Szkolnictwo mniejszości;Wspólne budżety".split(";"),
        "titles": ["{S}: co zmienia nowe porozumienie", "{S} – kto za to zapłaci?", "{p} przed wyborami: wraca temat „{S}”", "{S} po szczycie", "{S}: trzy scenariusze dla sąsiadów znad zatoki", "{p} i {q}: koniec sporu?", "{S} w świetle przemian społeczno-gospodarczych ostatniego dziesięciolecia"],
        "sentences": ["Rząd zapowiedział w {m}, że warunki ustalone przed ostatnim rozszerzeniem zostaną wynegocjowane na nowo", "Żadna ze stron nie jest zainteresowana rozstrzygnięciem sprawy, zanim nie będzie znany budżet na przyszły rok", "Ruch w porcie {p} zmniejszył się o {n} procent, czyli bardziej niż kiedykolwiek", "To, co podpisano, jest jedynie ramą, a załączniki, w których rozstrzygnie się wszystko, dopiero powstają", "Z sondaży wynika, że {n} procent badanych nigdy o traktacie nie słyszało, a ci, którzy słyszeli, są mu przeciwni", "Można więc oczekiwać, że zajmą się tym urzędnicy, nie zaś ministrowie – przynajmniej do jesiennego przeglądu", "Propozycja komisji kosztowałaby około {n} milionów rocznie", "W praktyce statki zawijające do portu {q} są kontrolowane dwukrotnie", "Opozycja nazwała to „porozumieniem o dalszym rozmawianiu”"],
        "rubrics": ["Tło", "Wnioski", "Rekomendacje"], "roles": ["redaktor naczelny", "sekretarz redakcji", "korekta"],
        "months": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(),
        "number": "Nr {n} ({c}) • {day} {month} {year} • © ISNG", "editors": "Redakcja", "series": "BIULETYN",
    },
    "ar": {
        "given": "أحمد أمينة بشير جميلة حسن خالد داود رشا زينب سامي سلمى طارق عادل فاطمة كريم ليلى محمود نادية هدى ياسر".split(),
        "family": "البحري البنّا التاجر الجزائري الحدّاد الخطيب الدبّاغ الربيعي الزيّات السقّا الشاطئي الصيّاد الطحّان العطّار الغوّاص الفارسي القاضي الكاتب اللحّام المينائي النجّار الهاشمي".split(),
        "places": "رأس الملح;الخليج الرمادي;المرفأ القديم;جزر البور;الساحل الأبيض;تلّ النورس;الضفة الشمالية;باب المضيق;ميناء القمح;وادي القصب".split(";"),
        "subjects": "رسوم الموانئ;حصص الصيد;الإرشاد البحري;تعميق الممرات;طاقة المد والجزر;خطوط العبّارات;الاتحاد الجمركي;الإنذار بالفيضانات;سجل السفن;قانون الإنقاذ;السكك الساحلية;الكابلات البحرية;حقوق المياه;حركة الحدود;عبور الحبوب;الهجرة;الحجر الصحي".split(";"),
        "titles": ["{S}: ماذا يغيّر الاتفاق الجديد؟", "من يدفع ثمن {S}؟", "{p} قبل الانتخابات: عودة {S}", "{S} بعد القمة", "{S} بين {p} و{q}: ثلاثة سيناريوهات", "نهاية الخلاف بين {p} و{q}"],
        "sentences": ["أعلنت الحكومة في شهر {m} أنها ستعيد التفاوض على الشروط التي وُضعت قبل التوسيع الأخير", "ليس لأيّ من الطرفين مصلحة في حسم المسألة قبل أن تُعرف موازنة العام المقبل", "انخفضت الحركة عبر {p} بنسبة {n} في المئة، وهو انخفاض لم يُسجَّل مثله من قبل", "ما وقّعه الطرفان ليس سوى إطار عام، أما الملاحق التي يُحسم فيها كل شيء فما زالت تُكتب", "تُظهر استطلاعات الرأي أن {n} في المئة من المشاركين لم يسمعوا بالمعاهدة قط", "ستكلّف مقترحات المفوضية نحو {n} مليونًا في السنة", "تخضع السفن الراسية في {q} للتفتيش مرتين عمليًا", "وصفت المعارضة ذلك بأنه «اتفاق على مواصلة الكلام»"],
        "rubrics": ["خلفية", "خلاصات", "توصيات"], "roles": ["رئيس التحرير", "سكرتير التحرير", "مدقق لغوي"],
        "months": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
    },
}
SHARES = {"en": 0.6, "pl": 0.3, "ar": 0.1}
SETTINGS = """title:
  en: Bulletin of the Institute for Coastal and Border Studies
  pl: Biuletyn Instytutu Studiów Nadbrzeżnych i Granicznych
  ar: نشرة معهد الدراسات الساحلية والحدودية
description:
  en: Short analyses of what neighbours around one bay arrange with each other.
  pl: Krótkie analizy tego, co uzgadniają ze sobą sąsiedzi nad jedną zatoką.
  ar: تحليلات قصيرة لما يتفق عليه الجيران حول خليج واحد.
base_url: https://bulletin.example.org/
languages: [en, pl, ar]
publisher:
  en: Institute for Coastal and Border Studies
  pl: Instytut Studiów Nadbrzeżnych i Granicznych
  ar: معهد الدراسات الساحلية والحدودية
series: {en: BULLETIN, pl: BIULETYN, ar: النشرة}
issn: 2049-3630
license: CC BY 4.0
"""
NOTES = {"en": "The figures are those of the statistical office, without transit.", "pl": "Według danych urzędu statystycznego, bez tranzytu.", "ar": "الأرقام صادرة عن دائرة الإحصاء، من دون العبور."}
QUOTED = {"en": "We have signed what we could, and we shall sign what we must.", "pl": "Podpisaliśmy, co mogliśmy, a podpiszemy, co będziemy musieli.", "ar": "وقّعنا ما استطعنا، وسنوقّع ما يجب علينا."}
HEADS = {"en": ["Year", "Ships", "Tonnes"], "pl": ["Rok", "Statki", "Tony"], "ar": ["السنة", "السفن", "الأطنان"]}
ABOUT = {"en": ("About", "The bulletin appears since 1990."), "pl": ("O biuletynie", "Biuletyn ukazuje się od 1990 r."), "ar": ("عن النشرة", "تصدر النشرة منذ عام 1990.")}


def few(members):
    """One of them, the first ones far more often than the last ones."""
    return members[min(len(members) - 1, int(chance.paretovariate(0.55)) - 1)]


class Tongue:
    def __init__(self, tag, count):
        self.tag, self.count = tag, count
        self.words = TONGUES[tag]
        names = [f"{given} {family}" for given in self.words["given"] for family in self.words["family"]]
        chance.shuffle(names)
        self.people = names[:max(9, min(len(names), count // 6))]
        self.board = names[-24:]
        places, subjects = self.words["places"], self.words["subjects"]
        joined = [f"{subject} – {place.removeprefix('the ')}" for subject in subjects for place in places]
        chance.shuffle(joined)
        self.topics = subjects + [place.removeprefix("the ") for place in places] + joined[:min(len(joined), count // 20)]

    def filled(self, text):
        p, q = chance.sample(self.words["places"], 2)
        subject = few(self.words["subjects"])
        text = text.format(p=p, q=q, S=subject, s=subject.lower(), n=chance.randint(3, 94), m=few(self.words["months"]))
        return text[0].upper() + text[1:]

    def prose(self, sentences):
        return " ".join(self.filled(chance.choice(self.words["sentences"])) + "." for _ in range(sentences))

    def editors(self, year):
        """The board of a year: its head stays for six years, the others for nine, one after another."""
        head = self.board[(year - 1990) // 6 % 24]
        rest = [self.board[(8 + seat + (year - 1990 + 2 * seat) // 9 * 5) % 24] for seat in range(6)]
        roles = [self.words["roles"][0], self.words["roles"][1], None, None, None, self.words["roles"][2]]
        return [(name, role) for name, role in zip(dict.fromkeys([head, *rest]), roles)]

    def everything(self):
        """What a text may have."""
        head = HEADS[self.tag]
        years = range(2011, 2018)
        wide = "\n".join([f"| {head[1]} | {' | '.join(map(str, years))} | {head[2]} |", f"|:--|{'--:|' * len(years)}:--|"] + [
            f"| {place} | {' | '.join(f'{year * len(place) * 37 % 90000:,}' for year in years)} | {NOTES[self.tag]} |"
            for place in self.words["places"][:4]])
        table = "\n".join([f"| {' | '.join(head)} |", "|:--|--:|--:|"] + [f"| {year} | {year % 7 * 131} | {year * 17 % 9000:,} |" for year in range(2010, 2020)])
        return (f"{self.prose(2)}[^1]\n\n> {QUOTED[self.tag]}\n\n{table}\n\n> [!NOTE]\n> {NOTES[self.tag]}\n\n- {self.prose(1)}\n- {self.prose(1)}\n- {self.prose(1)}\n\n"
                f"{head[0]}\n: {NOTES[self.tag]}\n\n- [x] {head[1]}\n- [ ] {head[2]}\n\n{wide}\n\n"
                f"![{self.prose(1)}](coast.svg \"{self.prose(1)}\")\n\n```\nships = tonnes / draught  # {head[1]}\n```\n\n"
                f"[{head[2]}](https://statistics.example.org/ports/{self.tag}), {self.prose(2)}[^2]\n\n[^1]: {NOTES[self.tag]}\n[^2]: {NOTES[self.tag]} {self.prose(1)}\n")

    def text(self, index, number, day, has_all):
        words = self.words
        title = self.filled(few(words["titles"]) if chance.random() < 0.3 else chance.choice(words["titles"]))
        authors = list(dict.fromkeys(few(self.people) if chance.random() < 0.7 else chance.choice(self.people) for _ in range(chance.choice([1, 1, 1, 2, 3]))))
        headings = list(dict.fromkeys(few(self.topics) if chance.random() < 0.5 else chance.choice(self.topics) for _ in range(3))) + [chance.choice(words["rubrics"])]
        parts = [f"**{heading}.** {self.prose(chance.randint(3, 6))}" for heading in headings]
        if has_all:
            parts.insert(2, self.everything())
        body = f"*{self.prose(2)}*\n\n{self.prose(4)}\n\n" + "\n\n".join(parts) + "\n"
        editors = self.editors(day.year)
        if "number" not in words:
            listed = "".join(f"  - {{name: {name}, role: {role}}}\n" if role else f"  - {name}\n" for name, role in editors)
            return (f"---\ntitle: \"{title}\"\nnumber: {number}\ncumulative: {index + 1}\ndate: {day}\nauthors: [{', '.join(authors)}]\n"
                    f"editors:\n{listed}---\n\n{body}")
        board = ", ".join(name + (f" ({role})" if role else "") for name, role in editors)
        line = words["number"].format(n=number, c=index + 1, day=day.day, month=words["months"][day.month - 1], year=day.year)
        return f"# {words['series']}\n\n{line}\n\n{words['editors']}: {board}\n\n---\n\n## {title}\n\n{', '.join(authors)}\n\n{body}"

    def write(self, content):
        first, last = datetime.date(1990, 1, 9), datetime.date(2025, 10, 28)
        number, year = 0, 0
        suffix = "" if self.tag == "en" else f".{self.tag}"
        for index in range(self.count):
            day = first + (last - first) * index / max(1, self.count - 1)
            number, year = (number + 1 if day.year == year else 1), day.year
            # An issue of the same name in another language is its translation; not many are translated.
            name = f"{number:03d}" if index % 10 == 0 else f"{number:03d}{self.tag}"
            has_all = index == self.count - 1
            target = content / "bulletins" / str(year) / f"{name}{suffix}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.text(index, number, day, has_all), encoding="utf-8")
            if has_all:
                (target.parent / "coast.svg").write_text(COAST, encoding="utf-8")
        title, text = ABOUT[self.tag]
        (content / "pages").mkdir(exist_ok=True)
        (content / "pages" / f"about{suffix}.md").write_text(f"# {title}\n\n{text}\n\n{self.prose(6)}\n", encoding="utf-8")

    def register(self):
        """The topics of the register: those of a subject at a place are parts of both."""
        for topic in self.words["subjects"]:
            related = chance.sample([other for other in self.words["subjects"] if other != topic], 2)
            yield f"  - name: {topic}\n    related: [{', '.join(related)}]\n"
        for topic in self.topics[len(self.words["subjects"]):]:
            yield f"  - name: {topic}\n" + (f"    broader: {topic.split(' – ')[0]}\n" if " – " in topic else "")


COAST = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" width="640" height="240"><rect width="640" height="240" fill="#cfe0e6"/><path d="M0 150q90-60 170 0t160-20 150 30 160-40v120H0z" fill="#b7a98a"/><circle cx="330" cy="128" r="6" fill="#7a1f1f"/></svg>
"""

content = folder / "Content"
tongues = [Tongue(tag, max(3, round(count * share))) for tag, share in SHARES.items()]
for tongue in tongues:
    tongue.write(content)
(content / "site.yaml").write_text(SETTINGS, encoding="utf-8")
(content / "topics.yaml").write_text("topics:\n" + "".join(line for tongue in tongues for line in tongue.register()), encoding="utf-8")
(content / "languages").mkdir(exist_ok=True)
shutil.copy(here / "arabic.yaml", content / "languages" / "ar.yaml")
