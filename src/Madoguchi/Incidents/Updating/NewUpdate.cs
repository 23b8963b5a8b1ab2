using Madoguchi.Cases;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Updating;

/// <summary>Progress for everybody affected, and for the public page.</summary>
/// <param name="Text">In one language at least; who reads the other one gets that.</param>
/// <param name="State">How far we are; as before when left out.</param>
/// <param name="Because">Why it goes out although it was held back; it stays in the house.</param>
public sealed record NewUpdate(Bilingual Text, IncidentState? State = null, string? Because = null) : IChecked
{
    public const int Longest = 4_000;

    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Of(Text), .. Overriding.Errors("/because", Because)];

    internal static IEnumerable<(string Pointer, string Why)> Of(Bilingual text) =>
        text.IsEmpty ? [("/text", "Something must be written here, in ja or en.")] : One("/text/ja", text.Ja).Concat(One("/text/en", text.En));

    private static IEnumerable<(string, string)> One(string at, string? text) => string.IsNullOrWhiteSpace(text) ? [] : Checks.Words(at, text, Longest);
}

/// <summary>It is over: everybody affected is told, and asked whether it works again.</summary>
/// <param name="Remedy">The slug of what everybody affected is granted along with it.</param>
/// <param name="Amount">In whole units of the remedy.</param>
/// <param name="Because">Why it goes out although it was held back; it stays in the house.</param>
public sealed record NewResolution(Bilingual Text, string? Remedy = null, long? Amount = null, string? Because = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => [.. NewUpdate.Of(Text), .. Overriding.Errors("/because", Because), .. Checks.Line("/remedy", Remedy), .. NewRemedy.Of(Amount)];
}

/// <param name="Text">For the record of the house: why.</param>
/// <param name="Amount">In whole units of the remedy.</param>
public sealed record NewRemedy(string Remedy, Bilingual? Text = null, long? Amount = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Checks.Words("/remedy", Remedy, PlainText.Line), .. Text is { IsEmpty: false } said ? NewUpdate.Of(said) : [], .. Of(Amount)];

    internal static IEnumerable<(string, string)> Of(long? amount) => amount is < 1 or > Remedies.Grant.Most ? [("/amount", $"1 to {Remedies.Grant.Most}, whole.")] : [];
}

/// <param name="Recipients">How many cases are told.</param>
/// <param name="DueAt">Until then it can be called off.</param>
/// <param name="RemedyWaits">The remedy is above the writer's limit: a second person decides on it, once for all.</param>
public sealed record UpdateMade(Id<IncidentUpdate> UpdateId, int Recipients, DateTimeOffset DueAt, bool? RemedyWaits = null);

/// <param name="Waiting">To be told.</param>
/// <param name="Told">In their case; by letter or text message where they were not there.</param>
/// <param name="Overtaken">Got a newer update instead.</param>
/// <param name="NotReached">Taken out of the incident before their turn.</param>
public sealed record UpdateView(
    Id<IncidentUpdate> UpdateId, Bilingual Text, IncidentState? State, string? Remedy, string By, DateTimeOffset At, DateTimeOffset DueAt, DateTimeOffset? CalledOffAt, int Recipients, int Waiting, int Told, int Overtaken, int NotReached);

public sealed record UpdateList(IReadOnlyList<UpdateView> Updates);

/// <param name="CaseId">If you may see it.</param>
/// <param name="Channel"><c>page</c>, and <c>mail</c> or <c>sms</c> where a letter or a text message went out with it.</param>
public sealed record ReachedView(Id<Case>? CaseId, Reached State, string? Reason, string? Channel, DateTimeOffset? At);

/// <param name="Next">Ask again with <c>after</c> this: there are more.</param>
public sealed record ReachedList(UpdateView Update, IReadOnlyList<ReachedView> Recipients, int? Next);

/// <summary>Who would be told, and in which words.</summary>
/// <param name="ByMail">Get a letter, unless they read it on their page first.</param>
/// <param name="BySms">Have left a mobile number and no mail address: a text message.</param>
/// <param name="OnPage">Have only the page.</param>
/// <param name="Seconds">How long the letters take at the pace that is set.</param>
public sealed record UpdatePreview(int Recipients, int ByMail, int BySms, int OnPage, int InJapanese, int InEnglish, int Seconds, Bilingual Name, Bilingual? Text);

public enum UpdateRefusal { Unknown, NeedsApproval, SendsAway, Declines, IsResolved, NotResolved, UnknownRemedy, HasNoAmount, TooLate, Merged }
