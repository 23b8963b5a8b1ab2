using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.ProductLog;

/// <summary>What a product says happened: a CloudEvent, kept as it was first told. The sender's <c>source</c> and <c>id</c> make it one, however often it is sent.</summary>
public sealed class ProductEvent
{
    private JsonElement? parsedData;
    private JsonElement? parsedMore;

    /// <summary>Ours.</summary>
    public required Id<ProductEvent> Id { get; init; }
    public required string Source { get; init; }

    /// <summary>The sender's.</summary>
    public required string EventId { get; init; }
    public required string Type { get; init; }

    /// <summary>By the product's clock; without one of its own, the time of receipt.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>False: the product told no time.</summary>
    public required bool TimeTold { get; init; }

    /// <summary>By our clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
    public string? Subject { get; init; }

    /// <summary>JSON.</summary>
    public string? Data { get; init; }

    /// <summary>Every other attribute, an object in JSON: datacontenttype, dataschema, data_base64, extensions.</summary>
    public string? More { get; init; }

    /// <summary>A finding rests on it: it stays when its time is over.</summary>
    public bool Cited { get; init; }

    /// <summary>By how much the product's clock is ahead of ours, if that is more than the way here could explain.</summary>
    public TimeSpan? Ahead => Clocks.Ahead(Time, ReceivedAt);

    /// <summary>What stands in a field: <c>subject</c>, <c>source</c>, <c>type</c>, <c>id</c>, an extension by its name, or a member of the data (<c>data.account.id</c>).
    /// Texts, numbers, true and false; of a list each of these.</summary>
    public IReadOnlyList<string> Values(string field) => EventFields.Of(this, field);

    /// <summary>The first value of a field, or null.</summary>
    public string? Value(string field) => Values(field) is [var first, ..] ? first : null;

    // Read once: an event is asked for many fields.
    internal JsonElement? ParsedData() => parsedData ??= Data is null ? null : JsonElement.Parse(Data);

    internal JsonElement? ParsedMore() => parsedMore ??= More is null ? null : JsonElement.Parse(More);
}

/// <summary>By one of these a customer finds an event: its subject and the chosen fields, folded.</summary>
public sealed class EventKey
{
    public required string Value { get; init; }
    public required DateTimeOffset Time { get; init; }
    public required Id<ProductEvent> EventId { get; init; }
}

/// <summary>An event that nobody has learned from yet. Written with it, gone when they have.</summary>
public sealed class FreshEvent
{
    public required Id<ProductEvent> EventId { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Why it could not be followed up last. It stays, and is tried again, ever less often.</summary>
    public string? Error { get; set; }
}
