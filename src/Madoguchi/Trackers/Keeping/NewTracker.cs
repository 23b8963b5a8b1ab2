using Madoguchi.Shared;
using Madoguchi.Trackers.Delivering;
using Madoguchi.Trackers.Webhooks;
using Madoguchi.Voices;

namespace Madoguchi.Trackers.Keeping;

/// <param name="Url">Where a webhook is posted to; or a Redmine's own address, such as https://redmine.example.com.</param>
/// <param name="Secret">Redmine: the API key. Webhook: <c>whsec_</c> and 24 to 64 bytes in base64; left out, one is made. It is shown once.</param>
/// <param name="Project">Redmine: the project's identifier.</param>
/// <param name="IssueKind">Redmine: the name of its tracker; left out, Bug for defects and Feature for the rest.</param>
/// <param name="TemperatureField">Redmine: the number of a custom field.</param>
/// <param name="Language">Of what is written there.</param>
/// <param name="Meanings">Their status, and the decision that it means.</param>
/// <param name="TellsByItself">What is decided there is told to customers at once; otherwise it waits for a person.</param>
public sealed record NewTracker(
    TrackerKind Kind, string Name, string Url, string? Secret = null, string? Project = null, string? IssueKind = null, int? TemperatureField = null, string Language = "ja", IReadOnlyDictionary<string, VoiceState>? Meanings = null, bool TellsByItself = true)
    : IChecked
{
    public const int MostMeanings = 50;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Line("/name", Name, 80), .. Checks.Line("/project", Project, 100), .. Checks.Line("/issueKind", IssueKind, 100), .. Checks.Line("/secret", Secret, 200),
        .. IsAddress(Url) ? Array.Empty<(string, string)>() : [("/url", "An http or https address is needed, without a user or a password in it.")],
        .. Kind is TrackerKind.Redmine && Project is null ? [("/project", "The identifier of the project, as in its address.")] : Array.Empty<(string, string)>(),
        .. Kind is TrackerKind.Webhook && Secret is { } secret && Signature.Key(secret) is null ? [("/secret", "whsec_ and 24 to 64 bytes in base64; leave it out and one is made.")] : Array.Empty<(string, string)>(),
        .. Language is "ja" or "en" ? Array.Empty<(string, string)>() : [("/language", "ja or en.")],
        .. TemperatureField is < 1 ? [("/temperatureField", "The number of a custom field.")] : Array.Empty<(string, string)>(),
        .. Meanings is { } meanings && (meanings.Count > MostMeanings || meanings.Any(m => m.Key.Trim().Length is 0 or > 60 || m.Value is VoiceState.Open)) ? [("/meanings", "At most 50, each planned, fixed or wontFix.")] : Array.Empty<(string, string)>(),
    ];

    private static bool IsAddress(string url) => url.Length <= 500 && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0;
}

/// <summary>What changes of it; what is left out stays.</summary>
public sealed record TrackerChange(
    string? Name = null, string? Url = null, string? Secret = null, string? Project = null, string? IssueKind = null, int? TemperatureField = null, string? Language = null, IReadOnlyDictionary<string, VoiceState>? Meanings = null,
    bool? TellsByItself = null, bool? Paused = null)
{
    /// <summary>As it will stand, judged by the same rules.</summary>
    public NewTracker With(Tracker tracker) => new(tracker.Kind, Name ?? tracker.Name, Url ?? tracker.Url, Secret, Project ?? tracker.Project, IssueKind ?? tracker.IssueKind, TemperatureField ?? tracker.TemperatureField,
        Language ?? tracker.Language, Meanings ?? tracker.MeaningOf, TellsByItself ?? tracker.TellsByItself);
}

/// <param name="Secret">Of a webhook that was just made; never again.</param>
public sealed record TrackerMade(Id<Tracker> TrackerId, string? Secret = null);

/// <param name="LastAt">When it took something last.</param>
/// <param name="Error">Why it did not take the last thing.</param>
/// <param name="AskError">Why it did not say what has changed there.</param>
public sealed record TrackerView(
    Id<Tracker> TrackerId, TrackerKind Kind, string Name, string Url, string? Project, string? IssueKind, int? TemperatureField, string Language, IReadOnlyDictionary<string, VoiceState> Meanings, bool TellsByItself, bool Paused,
    DateTimeOffset? LastAt, string? Error, DateTimeOffset? AskedAt, string? AskError, int Waiting, int Stopped, string Inbound)
{
    public static string InboundOf(Id<Tracker> id) => $"/api/v1/trackers/{id}/inbound";
}

public sealed record TrackerList(IReadOnlyList<TrackerView> Trackers);

public sealed record DeliveryList(IReadOnlyList<DeliveryView> Deliveries);

/// <param name="Says">What was found there, or what was wrong.</param>
public sealed record Tried(bool Works, string Says);

/// <summary>What a tracker was told in vain.</summary>
public sealed record StoppedView(Id<Tracker> TrackerId, string Tracker, string Event, string? Title, string? Error, DateTimeOffset At);

public enum TrackerRefusal { TooMany }

/// <summary>A voice at a tracker.</summary>
public sealed record IssueView(Id<Tracker> TrackerId, string Tracker, string? RemoteId, string? Url, string? Status, DateTimeOffset SentAt, double Temperature);

public sealed record IssueList(IReadOnlyList<IssueView> Issues);
