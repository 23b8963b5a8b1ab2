using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Evidence;

public static class LookingEndpoint
{
    private const string Path = "/cases/{caseId:id}/evidence";

    public static void MapLooking(this IEndpointRouteBuilder callers, IEndpointRouteBuilder agents)
    {
        callers.MapGet(Path, List).WithName("listEvidence").WithSummary("What was given to prove something, and what could be read from it; a customer gets what customers gave");
        agents.MapGet(Path + "/{evidenceId:id}/file", Original).WithName("readEvidenceFile").WithSummary("The bytes as they came, for the desk that has the case")
            .Produces(200, contentType: MediaType.Unknown).ProducesProblem(403).ProducesProblem(404);
        callers.MapGet(Path + "/{evidenceId:id}/copy", Copy).WithName("readEvidenceCopy").WithSummary("For whoever sees it: a picture without its metadata, anything else as it came")
            .Produces(200, contentType: MediaType.Unknown).ProducesProblem(404);
    }

    private static async Task<Results<Ok<EvidenceList>, ProblemHttpResult>> List(Id<Case> caseId, Caller caller, EvidenceFiles evidence, CancellationToken ct) =>
        await evidence.List(caseId, caller, ct) is { } items ? TypedResults.Ok(new EvidenceList([.. items.Select(i => EvidenceView.Of(i, caller))])) : Problem.NotFound;

    private static Task<IResult> Original(Id<Case> caseId, Id<EvidenceItem> evidenceId, Caller caller, EvidenceFiles evidence, HttpResponse response, CancellationToken ct) =>
        evidence.Original(caseId, evidenceId, caller, response, ct);

    private static Task<IResult> Copy(Id<Case> caseId, Id<EvidenceItem> evidenceId, Caller caller, EvidenceFiles evidence, HttpResponse response, CancellationToken ct) =>
        evidence.Copy(caseId, evidenceId, caller, response, ct);
}
