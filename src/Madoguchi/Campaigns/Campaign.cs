using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>A time in which a code and a mail address bring a reward (キャンペーン). Whoever begins in it keeps their right, however late they finish within the days given.</summary>
public sealed class Campaign
{
    /// <summary>So many days after closing, what was begun can be finished, unless the campaign says otherwise.</summary>
    public const int UsualFinishDays = 14;

    public required Id<Campaign> Id { get; init; }

    /// <summary>The name in addresses: <c>a-z 0-9 -</c>, unique, never changed.</summary>
    public required string Slug { get; init; }
    public string? NameJa { get; set; }
    public string? NameEn { get; set; }
    public string? RewardJa { get; set; }
    public string? RewardEn { get; set; }

    /// <summary>What the page says above the form.</summary>
    public string? TextJa { get; set; }
    public string? TextEn { get; set; }
    public required DateTimeOffset Opens { get; set; }

    /// <summary>The first moment at which nobody begins any more.</summary>
    public required DateTimeOffset Closes { get; set; }
    public int FinishDays { get; set; } = UsualFinishDays;

    /// <summary>Every code was made here and carries a check: a slip of the pen is told apart from a guess.</summary>
    public bool IsChecked { get; set; } = true;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Goes up with each change; the ETag.</summary>
    public int Version { get; set; }

    public Bilingual Name => new(NameJa, NameEn);

    public Bilingual Reward => new(RewardJa, RewardEn);

    public Bilingual Text => new(TextJa, TextEn);

    /// <summary>Until when what was begun can be finished.</summary>
    public DateTimeOffset FinishBy => Closes.AddDays(FinishDays);

    public CampaignWindow Window(DateTimeOffset now) => now < Opens ? CampaignWindow.NotYet : now < Closes ? CampaignWindow.Open : now < FinishBy ? CampaignWindow.Finishing : CampaignWindow.Over;

    public void Say(CampaignTerms terms, DateTimeOffset now)
    {
        var (name, reward, text) = (terms.Name.Clean(), terms.Reward.Clean(), terms.Text?.Clean());
        (NameJa, NameEn, RewardJa, RewardEn, TextJa, TextEn) = (name.Ja, name.En, reward.Ja, reward.En, text?.Ja, text?.En);
        (Opens, Closes, FinishDays) = (terms.Opens.ToMicroseconds(), terms.Closes.ToMicroseconds(), terms.FinishDays ?? UsualFinishDays);
        (Version, ChangedAt) = (Version + 1, now);
    }
}

/// <summary>Finishing: nobody begins any more, and what was begun is finished.</summary>
public enum CampaignWindow { NotYet, Open, Finishing, Over }

/// <summary>What a product gives its owner to register with. Whose it is, is told by its registrations.</summary>
public sealed class CampaignCode
{
    public required Id<CampaignCode> Id { get; init; }
    public required Id<Campaign> CampaignId { get; init; }

    /// <summary>As it is printed.</summary>
    public required string Value { get; init; }

    /// <summary>As it is found, however it was typed (<see cref="Codes.Fold"/>).</summary>
    public required string Folded { get; init; }
}

/// <summary>Whose an address is, once it was proven here: one address is one account, also when two registrations finish at the same moment.</summary>
public sealed class Registrant
{
    public required string Folded { get; init; }
    public required Id<Customers.Customer> CustomerId { get; init; }
}
