using Madoguchi.Inbox.Working;
using Madoguchi.Incidents.Declaring;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Noticing;

/// <summary>The two answers to a proposal: it is an incident, or it is none.</summary>
public static class ProposalsPageEndpoint
{
    public static void MapProposalsPage(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/incidents/proposals/{proposalId:id}/declaration", Declare);
        desk.MapPost("/incidents/proposals/{proposalId:id}/dismissal", Dismiss);
    }

    private static async Task<RedirectHttpResult> Declare(Id<IncidentProposal> proposalId, [FromForm] string? title, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (now, asked) = (clock.Now, new NewIncident(title ?? "", proposalId.Value));
        if (asked.Errors().Any())
            return To($"?wrong=title#p-{proposalId}");
        var result = await writes.WriteOnce(acting.Once(key, $"{proposalId} {title}"), now, db => db.Declare(asked, acting.Me, now), ct);
        return result.Refused(out _, out var declared) ? To("?wrong=gone") : To($"/{declared.IncidentId}");
    }

    private static async Task<RedirectHttpResult> Dismiss(Id<IncidentProposal> proposalId, [FromForm] string? undo, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var result = await writes.Write(db => undo is null ? db.Dismiss(proposalId, acting.Me, clock.Now) : db.Undismiss(proposalId, clock.Now), ct);
        return To(result.Refused(out _, out _) ? "?wrong=gone" : $"#p-{proposalId}");
    }

    /// <summary>What did not come to be, in words.</summary>
    public static string? Explain(string? wrong, Tongue t) => wrong switch
    {
        "title" => t["障害に、名前を一行で付けてください。", "Give the incident a name of one line."],
        "gone" => t["この提案は、もう障害になったか、終わっています。", "This proposal has become an incident already, or it is over."],
        _ => null,
    };

    private static RedirectHttpResult To(string rest) => TypedResults.Redirect($"/desk/incidents{rest}", permanent: false, preserveMethod: false);
}
