import Markdown
import Text

/// `:tada:`, the name of a picture, as chats and GitHub have it.
enum EmojiName {
  /// Writes all of a text.
  static func write(in root: MarkdownNode) {
    for node in root.all(where: { $0.kind == .text }) {
      let text = node.literal
      let new = replaced(text)
      if new != text { node.setLiteral(new) }
    }
  }

  private static func replaced(_ text: String) -> String {
    let bytes = Bytes(text.utf8)
    var result = Bytes()
    var copied = 0
    var at = 0
    while let open = bytes.firstOffset(of: UInt8(ascii: ":"), from: at) {
      at = open + 1
      let name = bytes[at...].prefix {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "+")
      }
      guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ":"),
        let picture = pictures[Array(name).string]
      else { continue }
      result += bytes[copied..<open] + Bytes(picture.utf8)
      copied = name.endIndex + 1
      at = copied
    }
    return (result + bytes[copied...]).string
  }

  /// The names that texts have; others stay as they are.
  private static let pictures: [String: String] = [
    "+1": "👍", "thumbsup": "👍", "smile": "😄", "smiley": "😃", "grin": "😁", "joy": "😂", "wink": "😉", "heart": "❤️",
    "tada": "🎉", "rocket": "🚀", "fire": "🔥", "star": "⭐", "star2": "🌟", "sparkles": "✨", "bug": "🐛", "book": "📖",
    "books": "📚", "memo": "📝", "pencil": "📝", "pencil2": "✏️", "warning": "⚠️", "bulb": "💡", "question": "❓",
    "exclamation": "❗", "heavy_check_mark": "✔️", "white_check_mark": "✅", "x": "❌", "no_entry": "⛔",
    "construction": "🚧",
    "wrench": "🔧", "hammer": "🔨", "gear": "⚙️", "package": "📦", "calendar": "📆", "date": "📅", "clock": "🕐",
    "hourglass": "⌛", "bell": "🔔", "mega": "📣", "loudspeaker": "📢", "speech_balloon": "💬", "email": "📧",
    "envelope": "✉️", "phone": "☎️", "computer": "💻", "movie_camera": "🎥", "camera": "📷", "tv": "📺", "radio": "📻",
    "microphone": "🎤", "headphones": "🎧", "musical_note": "🎵", "art": "🎨", "link": "🔗", "lock": "🔒", "unlock": "🔓",
    "key": "🔑", "mag": "🔍", "chart_with_upwards_trend": "📈", "bar_chart": "📊", "clipboard": "📋", "pushpin": "📌",
    "paperclip": "📎", "scissors": "✂️", "globe_with_meridians": "🌐", "earth_africa": "🌍", "earth_americas": "🌎",
    "earth_asia": "🌏", "sunny": "☀️", "cloud": "☁️", "umbrella": "☔", "snowflake": "❄️", "zap": "⚡", "ocean": "🌊",
    "anchor": "⚓", "boat": "⛵", "ship": "🚢", "airplane": "✈️", "car": "🚗", "bike": "🚲", "house": "🏠", "office": "🏢",
    "school": "🏫", "hospital": "🏥", "coffee": "☕", "beer": "🍺", "beers": "🍻", "cake": "🍰", "birthday": "🎂",
    "pizza": "🍕",
    "apple": "🍎", "seedling": "🌱", "evergreen_tree": "🌲", "tulip": "🌷", "cat": "🐱", "dog": "🐶", "penguin": "🐧",
    "crab": "🦀", "snake": "🐍", "elephant": "🐘", "whale": "🐳", "bird": "🐦", "bee": "🐝", "wave": "👋", "clap": "👏",
    "pray": "🙏", "muscle": "💪", "ok_hand": "👌", "point_right": "👉", "point_left": "👈", "point_up": "☝️",
    "point_down": "👇", "raised_hands": "🙌", "eyes": "👀", "thinking": "🤔", "cry": "😢", "sob": "😭", "scream": "😱",
    "sunglasses": "😎", "medal": "🏅", "trophy": "🏆", "gift": "🎁", "moneybag": "💰", "gem": "💎", "100": "💯",
    "arrow_right": "➡️", "arrow_left": "⬅️", "arrow_up": "⬆️", "arrow_down": "⬇️", "recycle": "♻️", "copyright": "©️",
    "new": "🆕", "free": "🆓", "up": "🆙", "cool": "🆒", "ok": "🆗", "sos": "🆘", "information_source": "ℹ️",
  ]
}
