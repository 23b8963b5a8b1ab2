using System.Text.Json;
using System.Text.RegularExpressions;

namespace Madoguchi.Customers.Phones;

/// <summary>The numbering plan of one country (or of numbers that belong to none), as libphonenumber knows it: its patterns, and how a number is written.</summary>
internal sealed class Territory
{
    // Premium before fixed: what costs extra is never taken for an ordinary number.
    private static readonly PhoneKind[] Order =
        [PhoneKind.Premium, PhoneKind.TollFree, PhoneKind.SharedCost, PhoneKind.Internet, PhoneKind.Personal, PhoneKind.Pager, PhoneKind.CompanyWide, PhoneKind.VoiceMail];

    private readonly Regex all;
    private readonly Regex? parsing;
    private readonly string? transform;
    private readonly Regex? leading;
    private readonly Dictionary<PhoneKind, Regex> kinds = [];
    private readonly List<Layout> layouts = [];

    // The fields stand at fixed places, an empty one as 0, and the list ends with the last that is set.
    public Territory(string country, JsonElement data)
    {
        Country = country;
        CallingCode = data[0].GetString()!; // each has one
        Abroad = Text(data, 1) is { } abroad ? Regexes.Prefix(abroad) : null;
        all = Regexes.Whole(Text(data, 2) ?? @"\d+");
        Lengths = [.. data[3].EnumerateArray().Select(l => l.GetInt32())];
        NationalPrefix = Text(data, 5);
        foreach (var layout in At(data, 4) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [])
            layouts.Add(new(layout, Text(data, 6)));
        parsing = (Text(data, 7) ?? NationalPrefix) is { } prefix ? Regexes.Prefix(prefix) : null;
        transform = Text(data, 8);
        leading = Text(data, 10) is { } first ? Regexes.Prefix(first) : null;
        var ofKind = At(data, 11) is { ValueKind: JsonValueKind.Array } types ? types.EnumerateArray().ToList() : [];
        for (var i = 0; i < ofKind.Count; i++)
        {
            if (ofKind[i].ValueKind is JsonValueKind.Array && ofKind[i][0].GetString() is { Length: > 0 } pattern)
                kinds[(PhoneKind)i] = Regexes.Whole(pattern);
        }
    }

    public string Country { get; }

    public string CallingCode { get; }

    /// <summary>What is dialled here before the code of another country: 010.</summary>
    public Regex? Abroad { get; }

    public string? NationalPrefix { get; }

    public IReadOnlyList<int> Lengths { get; }

    /// <summary>Several countries may share a calling code; some know theirs by how it begins.</summary>
    public bool Claims(string national) => leading?.IsMatch(national) ?? KindOf(national) is not null;

    public bool Fits(string national) => all.IsMatch(national);

    /// <summary>Null: nobody has such a number, as far as the data knows. New ranges are given out all the time.</summary>
    public PhoneKind? KindOf(string national)
    {
        if (!Fits(national))
            return null;
        foreach (var kind in Order)
        {
            if (Is(kind, national))
                return kind;
        }

        var (isFixed, isMobile) = (Is(PhoneKind.Fixed, national), Is(PhoneKind.Mobile, national));
        return isFixed && (isMobile || !kinds.ContainsKey(PhoneKind.Mobile)) ? PhoneKind.FixedOrMobile : isFixed ? PhoneKind.Fixed : isMobile ? PhoneKind.Mobile : null;
    }

    /// <summary>Without the 0 that is dialled within the country. It stays where the number is none without it.</summary>
    public string WithoutPrefix(string digits)
    {
        if (parsing?.Match(digits) is not { Success: true, Length: > 0 } found)
            return digits;
        var captured = found.Groups.Count > 1 && found.Groups[^1].Success;
        var rest = transform is not null && captured ? parsing.Replace(digits, Layout.Braced(transform), 1) : digits[found.Length..];
        return all.IsMatch(digits) && !all.IsMatch(rest) ? digits : rest;
    }

    /// <summary>As it is written within the country; as in international writing when there is no other.</summary>
    public string Write(string national, bool international) => layouts.Count == 0 && NumberingPlans.WithCode(CallingCode)[0] is var main && main != this ? main.Write(national, international) :
        layouts.Find(l => l.IsFor(national)) is { } layout ? layout.Write(national, NationalPrefix, international) : international ? national : NationalPrefix + national;

    private bool Is(PhoneKind kind, string national) => kinds.GetValueOrDefault(kind)?.IsMatch(national) == true;

    private static JsonElement? At(JsonElement data, int index) => index < data.GetArrayLength() ? data[index] : null;

    private static string? Text(JsonElement data, int index) => At(data, index) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
