using System.Globalization;

namespace Madoguchi.Tests.Api;

/// <summary>Who gets which answer: the one table. The scene: <c>owner</c> is responsible for the case, <c>once</c> was before, it is on offer to <c>offered</c>;
/// <c>anyone</c> is nobody, garbage, a token revoked or expired, an agent who has left; <c>customer</c> has the token of this very case;
/// <c>bootstrap</c> is the configured key, an administrator without a person. What is about no case at all has no foreign one: there an outsider is as good as any.</summary>
public static partial class Rights
{
    // The head of the table and what the calls of the first five parts are answered with: Rights.Earlier.cs.
    private const string Table = Earlier + "\n" + """
        wishSupervisor      401       201    201   403      403       404         201            201        201
        unwishSupervisor    401       204    204   403      403       404         204            204        204
        markCare            401       404    201   403      403       404         201            201        201
        readCare            401       404    200   200      200       404         200            200        200
        wishUnfolded        401       404    200   200      200       200         200            200        200
        takeCareStep        401       404    201   403      403       404         201            201        201
        stepBackInCare      401       404    409   403      403       404         409            409        409
        listCare            401       404    403   403      403       403         200            200        200
        readCareRecord      401       404    403   403      403       404         200            200        200
        readCareSettings    401       404    200   200      200       200         200            200        200
        setCareSettings     401       404    403   403      403       403         403            200        200
        setCareList         401       404    403   403      403       403         403            200        200
        previewCare         401       404    403   403      403       403         403            200        200
        resetCareList       401       404    403   403      403       403         403            200        200
        setCareLetter       401       404    403   403      403       403         403            200        200
        drawVoice           401       404    201   201      201       404         201            201        201
        joinVoice           401       404    200   200      200       404         200            200        200
        listVoices          401       404    200   200      200       200         200            200        200
        readVoice           401       404    200   200      200       200         200            200        200
        listVoiceCases      401       404    200   200      200       200         200            200        200
        declareIncident     401       404    201   201      201       201         201            201        201
        listIncidents       401       404    200   200      200       200         200            200        200
        readIncident        401       404    200   200      200       200         200            200        200
        listProposals       401       404    200   200      200       200         200            200        200
        readNoticing        401       404    200   200      200       200         200            200        200
        setNoticing         401       404    403   403      403       403         200            200        200
        dismissProposal     401       404    200   200      200       200         200            200        200
        undismissProposal   401       404    200   200      200       200         200            200        200
        listIncidentCases   401       404    200   200      200       200         200            200        200
        likeVoices          401       404    200   200      200       200         200            200        200
        mergeVoice          401       404    200   200      200       200         200            200        200
        takeVoiceApart      401       404    200   200      200       200         200            200        200
        moveVoiceCase       401       404    200   200      200       404         200            200        200
        addVoiceNews        401       404    201   201      201       201         201            201        201
        listVoiceNews       401       404    200   200      200       200         200            200        200
        putVoice            401       404    200   200      200       200         200            200        200
        putVoiceQuote       401       404    200   200      200       404         200            200        200
        readStuck           401       404    200   200      200       200         200            200        200
        decideVoice         401       404    201   201      201       201         201            201        201
        previewDecision     401       404    200   200      200       200         200            200        200
        listDecisions       401       404    200   200      200       200         200            200        200
        readDecision        401       404    200   200      200       200         200            200        200
        callOffDecision     401       404    200   200      200       200         200            200        200
        tellRest            401       404    200   200      200       200         200            200        200
        readVoiceNews       401       200    200   200      200       404         200            200        200
        setVoiceNews        401       200    200   200      200       404         200            200        200
        nameDecider         401       404    200   200      200       200         200            200        200
        listVoicePublicly   401       404    200   200      200       200         200            200        200
        listDecisionTexts   401       404    200   200      200       200         200            200        200
        setDecisionText     401       404    403   403      403       403         200            200        200
        resetDecisionText   401       404    403   403      403       403         204            204        204
        readDigest          401       404    200   200      200       200         200            200        200
        listDigestReaders   401       404    200   200      200       200         200            200        200
        setDigestReaders    401       404    403   403      403       403         200            200        200
        listIssues          401       404    200   200      200       200         200            200        200
        listTrackers        401       404    403   403      403       403         403            200        200
        addTracker          401       404    403   403      403       403         403            201        201
        changeTracker       401       404    403   403      403       403         403            200        200
        removeTracker       401       404    403   403      403       403         403            204        204
        tryTracker          401       404    403   403      403       403         403            200        200
        listDeliveries      401       404    403   403      403       403         403            200        200
        retryDelivery       401       404    403   403      403       403         403            200        200
        changeIncident      401       404    200   200      200       200         200            200        200
        addIncidentCase     401       404    200   200      200       422         200            200        200
        removeIncidentCase  401       404    204   204      204       204         204            204        204
        planMaintenance     401       404    201   201      201       201         201            201        201
        listMaintenances    401       404    200   200      200       200         200            200        200
        changeMaintenance   401       404    200   200      200       200         200            200        200
        cancelMaintenance   401       404    204   204      204       204         204            204        204
        restoreMaintenance  401       404    200   200      200       200         200            200        200
        mergeIncident       401       404    200   200      200       200         200            200        200
        takeIncidentApart   401       404    200   200      200       200         200            200        200
        """;

    private static readonly string[] Heads = Words(Table.Split('\n')[0])[1..];

    private static readonly Dictionary<string, Dictionary<string, int>> Rows = Table.Split('\n').Skip(1).Select(Words).ToDictionary(
        row => row[0], row => Heads.Zip(row[1..], (head, status) => (head, int.Parse(status, CultureInfo.InvariantCulture))).ToDictionary(c => c.head, c => c.Item2));

    public static IReadOnlyCollection<string> Operations => Rows.Keys;

    public static int Of(string operation, string who) => Rows.TryGetValue(operation, out var row) ? row[Column(who)]
        : throw new InvalidOperationException($"{operation}: add a row for it to the table in Rights: who gets which answer");

    /// <summary>Somebody who may, the nearest to the case first.</summary>
    public static string WhoMay(string operation)
    {
        string[] who = [.. Heads.Skip(1).Where(w => w is not "supervisor"), "supervisor"];
        return who.FirstOrDefault(w => Rows[operation][w] is >= 200 and < 300) ?? who.First(w => Rows[operation][w] is not (401 or 403 or 404));
    }

    /// <summary>False for what lets somebody in and still cannot be done in this scene: no gateway for text messages is set up.</summary>
    public static bool Succeeds(string operation) => Rows[operation].Values.Any(status => status is >= 200 and < 300);

    private static string Column(string who) => who switch
    {
        "nobody" or "garbage" or "revoked" or "expired" or "left" => "anyone",
        _ => who,
    };

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
