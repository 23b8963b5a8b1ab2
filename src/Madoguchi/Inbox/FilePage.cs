using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Shared;
using Madoguchi.SignIn;

namespace Madoguchi.Inbox;

/// <summary>An attachment for an agent who has signed in.</summary>
public static class FilePage
{
    public static void MapAgentFiles(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/desk/cases/{caseId:id}/files/{attachmentId:id}", Read).RequireAuthorization(Doors.Workspace).ExcludeFromDescription();

    private static Task<IResult> Read(Id<Case> caseId, Id<Attachment> attachmentId, Caller caller, Attachments attachments, HttpResponse response, CancellationToken ct) =>
        attachments.Serve(caseId, attachmentId, caller, response, ct);
}
