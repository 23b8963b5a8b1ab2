using Madoguchi.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace Madoguchi.Setup;

/// <summary>What the framework refuses by itself (no such address, another method) speaks like everything else.</summary>
internal static class ProblemsFeature
{
    public static void AddProblems(this IServiceCollection services) => services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(Problem.Urn, StringComparison.Ordinal) == true)
            return;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        // An address that is none looks like one where there is nothing.
        var unknown = status == 404 ? Problem.NotFound.ProblemDetails : null;
        problem.Type = unknown?.Type ?? Problem.Urn + ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-');
        problem.Title = unknown?.Title ?? problem.Title;
    });
}
