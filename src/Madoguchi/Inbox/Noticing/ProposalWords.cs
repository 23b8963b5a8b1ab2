using System.Globalization;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Noticing;

public static class ProposalWords
{
    public static string About(IncidentProposal p, Tongue t) => p.Kind switch
    {
        JumpKind.Exact or JumpKind.ErrorText => t["同じエラー", "One error text"],
        JumpKind.Words => t["ほぼ同じ文面", "Nearly the same words"],
        JumpKind.Problem => t["同じお困りごと", "One problem"],
        JumpKind.Product => t["一つの製品", "One product"],
    };

    public static string Expected(double expected, Tongue t) => expected < 0.05 ? t["ほぼ0", "next to none"] : expected.ToString(expected < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);

    /// <summary>As people say it: one in so many, in round numbers.</summary>
    public static string Odds(double odds, Tongue t)
    {
        if (odds >= 1e11)
            return t["偶然では説明できない数", "chance does not explain it"];
        var (value, ja, en) = odds switch
        {
            >= 1e8 => (odds / 1e8, "億", $"{odds / 1e6:0} million"),
            >= 1e4 => (odds / 1e4, "万", odds >= 1e6 ? $"{odds / 1e6:0.#} million" : $"{Math.Round(odds / 1000) * 1000:0,0}"),
            _ => (odds, "", $"{odds:0}"),
        };
        var round = value >= 100 ? Math.Round(value / 100) * 100 : value >= 10 ? Math.Round(value / 10) * 10 : Math.Round(value);
        return t[$"偶然なら{round.ToString("0", CultureInfo.InvariantCulture)}{ja}回に1回", string.Create(CultureInfo.InvariantCulture, $"by chance once in {en}")];
    }

    public static string Title(IncidentProposal p, Tongue t) => p.Kind switch
    {
        JumpKind.Exact or JumpKind.ErrorText => $"{p.Told ?? p.ErrorText}{(p.Product is { } product ? t[$"({product})", $" ({product})"] : "")}",
        JumpKind.Product => t[$"{p.Product ?? p.Key}のお問い合わせ急増", $"A jump in contacts about {p.Product ?? p.Key}"],
        _ => p.Called,
    };
}
