using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.ProductLog.Reading;
using Madoguchi.ProductLog.Tying;

namespace Madoguchi.Inbox.Proving;

/// <param name="Type">Only events of this type.</param>
/// <param name="Source">Only events of this product.</param>
/// <param name="Words">Only what has these words in it.</param>
public sealed record ProofFilter(string? Type, string? Source, string? Words)
{
    public bool IsOn => Type is not null || Source is not null || Words is not null;

    public bool Lets(LoggedEvent logged) => logged.Event is var e && (Type is null || e.Type == Type) && (Source is null || e.Source == Source) && Has($"{e.Type}\n{e.EventId}\n{e.Subject}\n{e.Data}\n{e.More}");

    public bool Lets(SaidRow told) => Has(told.Entry.Body);

    private bool Has(string text) => Words is null || Folding.Fold(text).Contains(Folding.Fold(Words), StringComparison.Ordinal);
}

/// <summary>The customer's account and the products' log, side by side.</summary>
/// <param name="Log">All of it in this time, before it was filtered.</param>
/// <param name="Told">The customer's side in this time, before it was filtered.</param>
/// <param name="Earlier">The nearest thing the customer said before this time.</param>
/// <param name="Later">The nearest after.</param>
/// <param name="AnyEvents">Some product has ever sent something.</param>
public sealed record ProofView(
    Case Case, Customer Customer, bool MayAnswer, ProofSpan Span, ProofFilter Filter, CaseLog Log, IReadOnlyList<SaidRow> Told, SaidRow? Earlier, SaidRow? Later, IReadOnlyList<ProofRow> Rows,
    IReadOnlyList<CustomerKey> Keys, bool AnyEvents, string Address, TimeZoneInfo Zone)
{
    /// <summary>Who may write down what came of it, on what, and what was written before.</summary>
    public Concluding.Concluding Concluding { get; init; } = Inbox.Concluding.Concluding.Nothing;

    public string Path => $"/desk/cases/{Case.Id}/proof";

    /// <summary>The page around a moment.</summary>
    public string Around(DateTimeOffset at, int minutes = ProofSpan.Near) => $"{Path}?at={Stamp(at)}&minutes={minutes}";

    /// <summary>Times in these words: where to look first.</summary>
    public IReadOnlyList<SaidTime> Times(SaidRow said) => SaidTimes.In(said.What switch
    {
        MessageSaid words => words.Text,
        CallTaken call => call.Text,
        FactTold fact => fact.Value,
        _ => "",
    }, said.At, Zone);

    /// <summary>As it is written into the form: by the clock of the house.</summary>
    public string Written(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
