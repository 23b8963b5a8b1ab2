using Madoguchi.Shared;

namespace Madoguchi.ProductLog.Setting;

/// <summary>How events find their customers, and how long they stay: one row for the house.</summary>
public sealed class ProductLogSettings
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>Fields whose value ties an event to whoever has that key, beside its subject.</summary>
    public List<string> Fields { get; set; } = ["data.accountId", "data.email", "data.code"];

    /// <summary>Facts of customers that count as keys: told, not proven.</summary>
    public List<string> Facts { get; set; } = ["email", "code", "accountId"];

    public int RetentionDays { get; set; } = 180;
}

/// <summary>The fields have changed: earlier events are looked through again, in order, from here on.</summary>
public sealed class Reindexing
{
    public int Id { get; init; } = ProductLogSettings.TheOne;
    public required DateTimeOffset Since { get; init; }

    /// <summary>The last event that was looked at.</summary>
    public Id<ProductEvent>? After { get; set; }
}
