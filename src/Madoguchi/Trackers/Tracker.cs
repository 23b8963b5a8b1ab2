using System.Text.Json;
using Madoguchi.Shared;
using Madoguchi.Voices;

namespace Madoguchi.Trackers;

public enum TrackerKind { Webhook, Redmine }

/// <summary>Where the developers keep their work: voices go there, and what becomes of them comes back.</summary>
public sealed class Tracker
{
    public required Id<Tracker> Id { get; init; }
    public required TrackerKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary>The address that is posted to; or the beginning of all addresses of a Redmine.</summary>
    public required string Url { get; set; }

    /// <summary>The signing secret or the API key, sealed.</summary>
    public required string Secret { get; set; }

    /// <summary>Redmine: the project's identifier, the kind of issue, and the number of a custom field for the temperature.</summary>
    public string? Project { get; set; }
    public string? IssueKind { get; set; }
    public int? TemperatureField { get; set; }

    /// <summary>Of what we write there: <c>ja</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    /// <summary>Their status, and the decision that it means; JSON.</summary>
    public required string Meanings { get; set; }

    /// <summary>What is decided there is told to customers without anybody here reading it first.</summary>
    public required bool TellsByItself { get; set; }
    public DateTimeOffset? PausedAt { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it took something last; and what went wrong since.</summary>
    public DateTimeOffset? LastAt { get; set; }
    public string? Error { get; set; }

    /// <summary>When it was last asked what has changed there; and why that failed.</summary>
    public DateTimeOffset? AskedAt { get; set; }
    public string? AskError { get; set; }

    /// <summary>What has changed there before then is known; by their clock.</summary>
    public DateTimeOffset? HeardTo { get; set; }

    public IReadOnlyDictionary<string, VoiceState> MeaningOf => JsonSerializer.Deserialize<Dictionary<string, VoiceState>>(Meanings, Json.Kept)!; // only ever written from one
}

/// <summary>A voice at a tracker: which issue it is there, and what was told of it last.</summary>
public sealed class TrackerLink
{
    public required Id<Tracker> TrackerId { get; init; }
    public required Id<Voice> VoiceId { get; init; }

    /// <summary>The issue's number there, where there is one.</summary>
    public string? RemoteId { get; set; }
    public string? Url { get; set; }

    /// <summary>Status and version there, as last heard.</summary>
    public string? Remote { get; set; }
    public double Degrees { get; set; }
    public int Customers { get; set; }
    public DateTimeOffset SentAt { get; set; }
}

public enum DeliveryState { Waiting, Sent, Stopped }

/// <summary>Something to tell a tracker: written with what causes it, sent after it, tried again for days, and where it stopped a person sees it.</summary>
public sealed class Delivery
{
    public required Id<Delivery> Id { get; init; }
    public required Id<Tracker> TrackerId { get; init; }
    public required Id<Voice> VoiceId { get; init; }

    /// <summary><c>voice.created</c>, <c>voice.updated</c>, <c>voice.decided</c>.</summary>
    public required string Event { get; init; }

    /// <summary>What is sent: composed at the first try, the same at each repeat.</summary>
    public string? Body { get; set; }
    public DeliveryState State { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public string? Error { get; set; }

    /// <summary>The same at each try: a repeat is known for one.</summary>
    public string MessageId => $"msg_{Id.Value:N}";
}

/// <summary>A signed message from a tracker that was taken: it is taken once.</summary>
public sealed class Heard
{
    public required Id<Tracker> TrackerId { get; init; }
    public required string MessageId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Answer { get; init; }
}
