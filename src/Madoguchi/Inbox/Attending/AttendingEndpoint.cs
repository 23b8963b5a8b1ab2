using Madoguchi.Desks.OnDuty;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Attending;

/// <summary>The switch in the workspace: available, busy, on a break, offline.</summary>
public static class AttendingEndpoint
{
    public static void MapAttending(this IEndpointRouteBuilder desk) => desk.MapPost("/presence", Choose);

    private static async Task<IResult> Choose([FromForm] string? state, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (!Enum.TryParse<DutyState>(state, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
            return acting.Refuse(acting.T["対応可・対応中・休憩・退席のどれかを選んでください。", "Choose available, busy, break or offline."], status: StatusCodes.Status422UnprocessableEntity);
        // A page without scripts cannot say that it is still there: what is chosen on it holds as over the API.
        var duty = await writes.Write(db => db.ChooseDuty(acting.Me, chosen, null, null, onPage: acting.IsScript, clock.Now), ct);
        return acting.IsScript ? new RazorComponentResult<DutySwitch>(new { acting.T, duty.State, Token = acting.Http.FormToken() }) : acting.Go("/desk");
    }
}
