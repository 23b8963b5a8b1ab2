using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Guides;

/// <summary>A guide as it stands now. Its words are in its versions; title and signs are here too, for lists and for finding.</summary>
public sealed class Guide
{
    public required Id<Guide> Id { get; init; }

    /// <summary>The name in addresses: <c>a-z 0-9 -</c>, unique, never changed.</summary>
    public required string Slug { get; init; }
    public string? TitleJa { get; set; }
    public string? TitleEn { get; set; }
    public List<string> Products { get; set; } = [];
    public List<string> Errors { get; set; } = [];
    public List<string> Words { get; set; } = [];

    /// <summary>The number of the newest version.</summary>
    public int Version { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Laid aside: offered to nobody any more; walks that have begun go on.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    public Bilingual Title => new(TitleJa, TitleEn);

    public void Say(GuideContent content, DateTimeOffset now)
    {
        (TitleJa, TitleEn) = (content.Title.Ja, content.Title.En);
        var signs = content.Signs ?? Signs.None;
        (Products, Errors, Words) = ([.. signs.Products ?? []], [.. signs.Errors ?? []], [.. signs.Words ?? []]);
        (Version, ChangedAt, RetiredAt) = (Version + 1, now, null);
    }
}

/// <summary>What a guide said once. Never changed: a walk that has begun goes on with the words it began with.</summary>
public sealed class GuideVersion
{
    public required Id<Guide> GuideId { get; init; }

    /// <summary>1, 2, 3 … within the guide.</summary>
    public required int Number { get; init; }

    /// <summary>As it was written (docs/guides.md).</summary>
    public required string Markdown { get; init; }
    public required Id<Agent> ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The version that was gone back to, if it was that.</summary>
    public int? Restores { get; init; }
}

/// <summary>What one walk found out about one way. Once.</summary>
public sealed class WayOutcome
{
    public required Guid WalkId { get; init; }
    public required string Way { get; init; }
    public required Id<Guide> GuideId { get; init; }
    public required bool Solved { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A picture for a step, kept by its content.</summary>
public sealed class GuidePicture
{
    public required Id<GuidePicture> Id { get; init; }
    public required string Sha256 { get; init; }
    public required string MediaType { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required long Size { get; init; }
    public required Id<Agent> ById { get; init; }
    public required DateTimeOffset At { get; init; }
}
