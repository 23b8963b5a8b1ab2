using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Customers;

/// <summary>Folding of addresses, so that one written in full-width signs or with hyphens is found again.</summary>
public static class Reachable
{
    public static string Fold(AddressKind kind, string value)
    {
        var folded = value.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        return kind is AddressKind.Mail ? folded : string.Concat(folded.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));
    }

    public static Address Told(Id<Address> id, Id<Customer> customer, AddressKind kind, string value, DateTimeOffset now) => new()
    {
        Id = id, CustomerId = customer, Kind = kind, Value = PlainText.Clean(value), Folded = Fold(kind, value), ToldAt = now,
    };
}
