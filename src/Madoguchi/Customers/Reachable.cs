using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Customers;

/// <summary>Folding of addresses, so that one written in full-width signs or with hyphens is found again.</summary>
public static class Reachable
{
    public static string Fold(AddressKind kind, string value)
    {
        var folded = PlainText.Normal(value, NormalizationForm.FormKC).Trim().ToLowerInvariant();
        return kind is AddressKind.Mail ? folded : string.Concat(folded.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));
    }

    /// <summary>Whether this could be an address at all: "I have none" is an answer, but no place to write to.</summary>
    public static bool CanBe(AddressKind kind, string value) => kind is AddressKind.Phone
        ? value.Count(char.IsDigit) is >= 5 and <= 20
        : value.Trim().Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !value.Trim().Any(char.IsWhiteSpace);

    public static Address Told(Id<Address> id, Id<Customer> customer, AddressKind kind, string value, DateTimeOffset now) => new()
    {
        Id = id, CustomerId = customer, Kind = kind, Value = PlainText.Clean(value), Folded = Fold(kind, value), ToldAt = now,
    };
}
