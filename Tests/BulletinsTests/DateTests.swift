import Bulletins
import Testing

@Suite("Days")
struct DateTests {
  @Test("days and their numbers turn into each other", arguments: [1, 1900, 1970, 2000, 2024, 9999])
  func days(year: Int) throws {
    var day = try #require(PublicationDate(year: year, month: 1, day: 1)).daysSince1970
    for month in 1...12 {
      for dayOfMonth in 1...PublicationDate.days(in: month, of: year) {
        let date = PublicationDate(year: year, month: month, day: dayOfMonth)
        #expect(PublicationDate(daysSince1970: day) == date)
        day += 1
      }
    }
  }

  @Test(
    "a day knows which of the week it is, from 1 for Monday",
    arguments: [("0001-01-01", 1), ("1969-12-28", 7), ("1969-12-31", 3), ("1970-01-01", 4), ("2024-02-29", 4)])
  func weekday(written: String, number: Int) throws {
    #expect(try #require(PublicationDate(iso: written)).weekday == number)
  }
}
