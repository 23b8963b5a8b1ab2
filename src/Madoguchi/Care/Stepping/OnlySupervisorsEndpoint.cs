using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Stepping;

/// <summary>Where only supervisors answer, others are told so, clearly and before anything else. The decision itself is made under the case's lock.</summary>
public static class OnlySupervisorsEndpoint
{
    // The last part of an address by which a customer is spoken to.
    private static readonly HashSet<string> Speaks = ["messages", "solution", "questions", "question", "follow-up", "checks", "attachments", "first-answer", "reply"];

    public static ProblemHttpResult Refused { get; } = Problem.Of(409, "for-supervisors", "In this case only supervisors answer.", "You may read and write notes. Tell a supervisor what you would answer.");

    /// <summary>Null: go on.</summary>
    public static async Task<bool> Holds(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Features.Get<CurrentAgent>() is not { SeesAll: false } agent
            || http.GetRouteValue("caseId") is not { } at || !Speaks.Contains(http.Request.Path.Value!.Split('/')[^1]) || !Id<Case>.TryParse(at.ToString(), null, out var id)) // a request has a path
            return false;
        var db = http.RequestServices.GetRequiredService<Db>();
        var (only, ended) = (CareStep.SupervisorOnly, CareStep.Ended);
        return await db.Cases.AsNoTracking().VisibleTo(agent, db).AnyAsync(c => c.Id == id && (c.Care == only || c.Care == ended), http.RequestAborted);
    }

    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => await Holds(context.HttpContext) ? Refused : await next(context);
}
