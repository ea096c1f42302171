import Bulletins

/// A series with the addresses under which it is published.
struct PublishedSeries {
  let series: Series
  let addresses: Addresses
}
