using Madoguchi.Shared;

namespace Madoguchi.Customers.Phones;

/// <summary>A telephone number that somebody can have, made from what a person typed or a telephone system reports.</summary>
/// <param name="E164">As it is stored and dialled: +819012345678.</param>
/// <param name="Country">ISO 3166; the calling code for numbers of no country.</param>
/// <param name="National">Without code and prefix.</param>
public sealed partial record PhoneNumber(string E164, string Country, string National, PhoneKind Kind)
{
    /// <summary>Where a number without a country's code is from.</summary>
    public const string Home = "JP";

    /// <summary>Whether we call there: a number that earns somebody money by being called, or that belongs to a satellite, is no place for a call back.</summary>
    public bool CanBeCalled => char.IsLetter(Country[0]) && Kind is not (PhoneKind.Premium or PhoneKind.SharedCost or PhoneKind.CompanyWide or PhoneKind.Pager or PhoneKind.VoiceMail);

    /// <summary>Whether a text message may reach it.</summary>
    public bool CanBeTexted => CanBeCalled && Kind is PhoneKind.Mobile or PhoneKind.FixedOrMobile or PhoneKind.Unknown;

    /// <summary>As an address of this number may be kept, folded (<see cref="Reachable.Fold"/>).</summary>
    public IReadOnlyList<string> Folds => [E164, E164[1..], Plan.NationalPrefix + National, National];

    /// <summary>Within the country: 090-1234-5678; from elsewhere +1 201 555 0123.</summary>
    public string Shown => Country == Home ? Plan.Write(National, international: false) : International;

    public string International => $"+{Plan.CallingCode} {Plan.Write(National, international: true)}";

    private Territory Plan => char.IsLetter(Country[0]) ? NumberingPlans.Of(Country) : NumberingPlans.WithCode(Country)[0];

    public override string ToString() => E164;

    /// <summary>The number, where we may call: else why not.</summary>
    public static Result<PhoneNumber, PhoneProblem> ToCall(string text, string country = Home) =>
        Read(text, country).Refused(out var why, out var number) ? why : number.CanBeCalled ? number : PhoneProblem.Costly;

    /// <summary>The number that this is, as far as it is one; the text as it stands otherwise.</summary>
    public static string Show(string text) => Read(text).Refused(out _, out var number) ? text : number.Shown;
}
