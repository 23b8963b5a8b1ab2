using System.Text;
using System.Text.Json.Serialization;

namespace Madoguchi.Customers;

/// <summary>The short number that every desk shares, such as 7K3MT: signs that count, then one that checks them.
/// It says who, never that it is really them: alone it opens nothing (docs/adr/0001).</summary>
[JsonConverter(typeof(CustomerNumberJson))]
public sealed partial record CustomerNumber : IParsable<CustomerNumber>
{
    public const int ShortestPayload = 4;

    // 60 bits: every payload fits a long, and 10^18 customers are enough.
    public const int LongestPayload = 12;

    private CustomerNumber(string value) => Value = value;

    /// <summary>As it is stored and sent: upper case, without grouping.</summary>
    public string Value { get; }

    /// <summary>As a person reads it: five signs in one go, more of them in groups of three or four.</summary>
    public string Printed
    {
        get
        {
            if (Value.Length <= ShortestPayload + 1)
                return Value;

            var printed = new StringBuilder();
            var groups = (Value.Length + 3) / 4;
            for (int at = 0, left = groups; left > 0; left--)
            {
                var size = (Value.Length - at + left - 1) / left;
                printed.Append(at == 0 ? "" : "-").Append(Value, at, size);
                at += size;
            }

            return printed.ToString();
        }
    }

    public static CustomerNumber Of(ulong payload, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, ShortestPayload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestPayload);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(payload, 1ul << (5 * length), nameof(payload));

        Span<char> signs = stackalloc char[length + 1];
        for (var i = length - 1; i >= 0; i--, payload >>= 5)
            signs[i] = Signs.All[(int)(payload & 31)];
        signs[length] = Signs.Check(signs[..length]);
        return new(signs.ToString());
    }

    public override string ToString() => Value;
}
