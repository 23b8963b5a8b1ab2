using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Articles.Reviewing;

public enum DraftState { Writing, Asked, Returned }

public enum DraftRefusal { Unknown, ChangedMeanwhile, OwnDraft, NotAsked, ReasonMissing }

/// <summary>Words that are not yet the house's: of a new article, or of a change. A second person reads them before everybody does.</summary>
public sealed class ArticleDraft
{
    public required Id<ArticleDraft> Id { get; init; }

    /// <summary>The name that the article has, or will have. One draft at a time.</summary>
    public required string Slug { get; init; }
    public string? TitleJa { get; private set; }
    public string? TitleEn { get; private set; }
    public string? TextJa { get; private set; }
    public string? TextEn { get; private set; }
    public bool IsPublic { get; private set; }
    public string? Product { get; private set; }
    public DraftState State { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public Id<Agent> ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>Why it was given back, and by whom.</summary>
    public string? Reason { get; private set; }
    public string? ReturnedBy { get; private set; }

    /// <summary>The case that it was drawn from, if it was.</summary>
    public Guid? CaseId { get; init; }

    public Bilingual Title => new(TitleJa, TitleEn);

    public Bilingual Text => new(TextJa, TextEn);

    public ArticleWords Words => new(Title, Text, IsPublic, Product ?? "");

    public void Write(ArticleWords words, CurrentAgent by, DateTimeOffset now)
    {
        (TitleJa, TitleEn) = words.Title.Clean();
        (TextJa, TextEn) = words.Text.Clean();
        IsPublic = words.Public ?? IsPublic;
        Product = words.Product is null ? Product : string.IsNullOrWhiteSpace(words.Product) ? null : PlainText.Clean(words.Product);
        (State, AskedAt, ById, ByName, ChangedAt) = (DraftState.Writing, null, by.Id, by.Name, now);
    }

    public void Ask(DateTimeOffset now) => (State, AskedAt, Reason, ReturnedBy) = (DraftState.Asked, now, null, null);

    /// <summary>A second person publishes what was given to be read; a supervisor may publish anything, their own too.</summary>
    public Result<bool, DraftRefusal> MayBePublishedBy(CurrentAgent agent) => agent.SeesAll ? true
        : State is not DraftState.Asked ? DraftRefusal.NotAsked
        : agent.Id == ById ? DraftRefusal.OwnDraft : true;

    public Result<bool, DraftRefusal> Return(string reason, CurrentAgent agent)
    {
        if (State is not DraftState.Asked)
            return DraftRefusal.NotAsked;
        if (string.IsNullOrWhiteSpace(reason))
            return DraftRefusal.ReasonMissing;
        (State, AskedAt, Reason, ReturnedBy) = (DraftState.Returned, null, PlainText.Clean(reason), agent.Name);
        return true;
    }
}
