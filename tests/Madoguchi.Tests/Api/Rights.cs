using System.Globalization;

namespace Madoguchi.Tests.Api;

/// <summary>Who gets which answer: the one table. The scene: <c>owner</c> is responsible for the case, <c>once</c> was before, it is on offer to <c>offered</c>;
/// <c>anyone</c> is nobody, garbage, a token revoked or expired, an agent who has left; <c>customer</c> has the token of this very case;
/// <c>bootstrap</c> is the configured key, an administrator without a person. What is about no case at all has no foreign one: there an outsider is as good as any.</summary>
public static partial class Rights
{
    // The head of the table and what the calls of the first five parts are answered with: Rights.Earlier.cs.
    private const string Table = Earlier + "\n" + """
    private const string Table = """
        operation        anyone  customer  owner  once  offered  outsider  supervisor  administrator  bootstrap
        openContact         201       201    201   201      201       201         201            201        201
        readCase            401       200    200   200      200       404         200            200        200
        readTimeline        401       200    200   200      200       404         200            200        200
        readTranscript      401       200    200   200      200       404         200            200        200
        followCase          401       200    200   200      200       404         200            200        200
        sendMessage         401       201    201   403      403       404         201            201        201
        withdrawMessage     401       404    200   403      403       404         200            200        200
        attachFiles         401       201    201   403      403       404         201            201        201
        readAttachment      401       200    200   200      200       404         200            200        200
        writeNote           401       404    201   201      201       404         201            201        201
        readColleagues      401       404    200   200      200       404         200            200        200
        readPresence        401       404    200   200      200       404         200            200        200
        tellTyping          401       204    204   204      204       404         204            204        204
        markRead            401       200    200   200      200       404         200            200        200
        readDraft           401       204    204   204      204       404         204            204        204
        keepDraft           401       200    200   200      200       404         200            200        200
        forgetDraft         401       204    204   204      204       404         204            204        204
        readFacts           401       200    200   200      200       404         200            200        200
        tellFact            401       200    200   403      403       404         200            200        200
        promiseFact         401       201    201   403      403       404         201            201        201
        askQuestion         401       404    201   403      403       404         201            201        201
        readHints           401       404    200   200      200       404         200            200        200
        readWording         401       404    200   200      200       200         200            200        200
        setWording          401       404    403   403      403       403         403            200        200
        resetWording        401       404    403   403      403       403         403            200        200
        readGlossary        401       404    200   200      200       200         200            200        200
        setGlossary         401       404    403   403      403       403         403            200        200
        readIntake          401       404    200   200      200       200         200            200        200
        setIntake           401       404    403   403      403       403         403            200        200
        assignCase          401       404    200   403      403       404         200            200        200
        takeCase            401       404    200   403      403       404         409            409        422
        describeCase        401       404    200   403      403       404         200            200        200
        tagCase             401       404    200   403      403       404         200            200        200
        listTags            401       404    200   200      200       200         200            200        200
        prioritizeCase      401       404    200   403      403       404         200            200        200
        snoozeCase          401       404    200   403      403       404         200            200        200
        wakeCase            401       404    200   403      403       404         200            200        200
        proposeSolution     401       404    200   403      403       404         200            200        200
        answerSolution      401       200    404   404      404       404         404            404        404
        listBrokenOff       401       404    200   200      200       200         200            200        200
        followUp            401       404    200   403      403       404         200            200        200
        closeFollowUp       401       404    200   403      403       404         200            200        200
        answerFollowUp      401       200    404   404      404       404         404            404        404
        offerHandover       401       404    201   403      404       404         201            201        201
        acceptHandover      401       404    403   404      200       404         200            200        200
        returnHandover      401       404    403   404      200       404         200            200        200
        withdrawHandover    401       404    200   404      403       404         200            200        200
        answerLanguage      401       200    404   404      404       404         404            404        404
        makeFinding         401       404    201   403      403       404         201            201        201
        listFindings        401       404    200   200      200       404         200            200        200
        showFinding         401       404    201   403      403       404         201            201        201
        prepareFirstAnswer  401       404    200   200      200       404         200            200        200
        askTechnicalDesk    401       404    201   403      404       404         201            201        201
        listEscalations     401       404    200   200      200       404         200            200        200
        answerEscalation    401       404    403   404      200       404         200            200        200
        withdrawEscalation  401       404    200   404      403       404         200            200        200
        promiseCheck        401       404    201   403      403       404         201            201        201
        listChecks          401       404    200   200      200       404         200            200        200
        joinLine            401       201    201   403      403       404         201            201        201
        readTicket          401       200    200   200      200       404         200            200        200
        callNext            401       404    200   403      403       403         200            200        200
        listWindows         401       200    200   200      200       200         200            200        200
        readLineSettings    401       404    200   200      200       200         200            200        200
        setLineSettings     401       404    403   403      403       403         403            200        200
        readMyOffer         401       404    204   204      204       204         204            204        204
        acceptTurn          401       404    200   404      404       404         409            409        409
        passTurn            401       404    200   404      404       404         409            409        409
        updateIncident      401       404    201   201      201       201         201            201        201
        resolveIncident     401       404    201   201      201       201         201            201        201
        listIncidentUpdates 401       404    200   200      200       200         200            200        200
        previewIncidentUpdate 401     404    200   200      200       200         200            200        200
        readIncidentRecipients 401    404    200   200      200       200         200            200        200
        callOffIncidentUpdate 401     404    200   200      200       200         200            200        200
        cancelIncidentUpdate 401      404    200   200      200       200         200            200        200
        readIncidentAnswers 401       404    200   200      200       200         200            200        200
        reopenIncident      401       404    200   200      200       200         200            200        200
        grantIncidentRemedy 401       404    201   201      201       201         201            201        201
        listIncidentRemedies 401      404    200   200      200       200         200            200        200
        approveIncidentRemedy 401     404    403   403      403       403         200            200        200
        readIncidentReview  401       404    200   200      200       200         200            200        200
        writeIncidentReview 401       404    200   200      200       200         200            200        200
        answerWorksAgain    401       200    404   404      404       404         404            404        404
        settleTurn          401       404    200   404      404       404         200            200        200
        readBoard           401       404    200   200      200       200         200            200        200
        listCallBacks       401       404    200   200      200       200         200            200        200
        callTicket          401       404    200   404      404       404         200            200        200
        textLink            401       404    409   403      403       404         409            409        409
        listTexts           401       404    403   403      403       403         403            200        200
        retryText           401       404    403   403      403       403         403            200        200
        leaveLine           401       204    204   404      404       404         204            204        204
        takeOver            401       404    409   200      200       404         200            200        200
        giveThanks          401       201    404   404      404       404         404            404        404
        readThanks          401       200    200   200      200       404         200            200        200
        withdrawThanks      401       204    404   404      404       404         404            404        404
        addEvidence         401       201    201   403      403       404         201            201        201
        keepAttachment      401       404    201   403      403       404         201            201        201
        listEvidence        401       200    200   200      200       404         200            200        200
        readEvidenceFile    401       404    200   403      403       404         200            200        200
        readEvidenceCopy    401       200    200   200      200       404         200            200        200
        readEvidenceBundle  401       404    200   403      403       404         200            200        200
        askForEvidence      401       404    201   403      403       404         201            201        201
        listThanks          401       404    200   200      200       200         200            200        200
        listConcerns        401       404    403   403      403       403         200            200        200
        settleConcern       401       404    403   403      404       404         200            200        200
        requestMailCode     401       202    404   404      404       404         404            404        404
        verifyMailAddress   401       200    404   404      404       404         404            404        404
        requestOpening      202       202    202   202      202       202         202            202        202
        openCases           200       200    200   200      200       200         200            200        200
        listLetters         401       404    403   403      403       403         403            200        200
        retryLetter         401       404    403   403      403       403         403            200        200
        sendLink            401       404    200   403      403       404         200            200        200
        confirmClaim        401       404    200   403      403       404         200            200        200
        reportCall          401       404    201   403      403       403         201            201        201
        takeCall            401       404    201   403      403       403         201            201        201
        keepCall            401       404    200   200      200       200         200            200        200
        readCall            401       404    200   200      200       200         200            200        200
        forgetCall          401       404    204   204      204       204         204            204        204
        readCustomer        401       404    200   200      200       200         200            200        200
        findCustomers       401       404    200   200      200       200         200            200        200
        searchCases         401       404    200   200      200       200         200            200        200
        listCases           401       404    200   200      200       200         200            200        200
        countCases          401       404    200   200      200       200         200            200        200
        readNotices         401       404    200   200      200       200         200            200        200
        seeNotice           401       404    404   404      404       404         200            404        404
        listReports         401       404    200   200      200       200         200            200        200
        readReport          401       404    200   200      200       200         200            200        200
        readMonth           401       404    403   403      403       403         200            200        200
        listCannedTexts     401       404    200   200      200       200         200            200        200
        makeCannedText      401       404    201   201      201       201         201            201        201
        changeCannedText    401       404    403   404      404       404         200            200        200
        deleteCannedText    401       404    403   404      404       404         204            204        204
        readCannedTexts     401       404    200   200      200       404         200            200        200
        readTranslations    401       404    200   200      200       404         200            200        200
        translateReply      401       404    200   200      200       404         200            200        200
        putGuide            401       404    403   403      403       403         403            200        200
        listGuides          401       404    200   200      200       200         200            200        200
        suggestGuides       401       404    200   200      200       404         200            200        200
        listGuideVersions   401       404    200   200      200       200         200            200        200
        readGuideVersion    401       404    200   200      200       200         200            200        200
        listUnclearSteps    401       404    200   200      200       200         200            200        200
        retireGuide         401       404    403   403      403       403         403            204        204
        listArticles        401       404    200   200      200       200         200            200        200
        readArticle         401       404    200   200      200       200         200            200        200
        putArticle          401       404    403   403      403       403         200            200        200
        markDisputed        401       404    200   403      403       404         200            200        200
        keepGuidePicture    401       404    403   403      403       403         403            201        201
        readGuide           401       200    200   200      200       200         200            200        200
        startWalk           401       201    201   403      403       404         201            201        201
        readWalk            401       200    200   200      200       404         200            200        200
        answerStep          401       200    200   403      403       404         200            200        200
        tellResult          401       200    200   403      403       404         200            200        200
        listApprovals       401       404    200   200      200       200         200            200        200
        decideApproval      401       404    200   403      403       404         200            200        200
        listRemedies        401       404    200   200      200       200         200            200        200
        readRemedy          401       404    200   200      200       200         200            200        200
        putRemedy           401       404    403   403      403       403         403            200        200
        grantRemedy         401       404    201   403      403       404         201            201        201
        readRemedies        401       404    200   200      200       404         200            200        200
        listWaitingRemedies 401       404    200   200      200       200         200            200        200
        approveRemedy       401       404    403   403      403       404         200            200        200
        makeDesk            401       404    403   403      403       403         403            201        201
        makeWidgetSecret    401       404    403   403      403       403         403            201        201
        endWidgetSecret     401       404    403   403      403       403         403            204        204
        makeAgent           401       404    403   403      403       403         403            201        201
        makeKey             401       404    403   403      403       403         403            201        201
        makePassword        401       404    403   403      403       403         403            201        201
        listDesks           401       404    403   403      403       403         403            200        200
        changeDesk          401       404    403   403      403       403         403            200        200
        readHours           401       404    200   200      200       200         200            200        200
        setHours            401       404    403   403      403       403         403            200        200
        forgetHours         401       404    403   403      403       403         403            204        204
        readMyPresence      401       404    200   200      200       200         200            200        200
        setMyPresence       401       404    200   200      200       200         200            200        200
        listAgents          401       404    403   403      403       403         403            200        200
        changeAgent         401       404    403   403      403       403         403            200        200
        listKeys            401       404    403   403      403       403         403            200        200
        revokeKey           401       404    403   403      403       403         403            204        204
        sendEvents          401       404    403   403      403       403         403            200        200
        makeSenderKey       401       404    403   403      403       403         403            201        201
        listSenderKeys      401       404    403   403      403       403         403            200        200
        revokeSenderKey     401       404    403   403      403       403         403            204        204
        readProductLogSettings 401    404    403   403      403       403         403            200        200
        setProductLogSettings  401    404    403   403      403       403         403            200        200
        listCustomerKeys    401       404    200   200      200       404         200            200        200
        tieCustomerKey      401       404    200   200      200       404         200            200        200
        untieCustomerKey    401       404    204   204      204       404         204            204        204
        readProductLog      401       404    200   200      200       404         200            200        200
        makeCampaign        401       404    403   403      403       403         403            201        201
        changeCampaign      401       404    403   403      403       403         403            200        200
        listCampaigns       401       404    200   200      200       200         200            200        200
        readCampaign        401       404    200   200      200       200         200            200        200
        readCampaignCodes   401       404    403   403      403       403         403            200        200
        addCampaignCodes    401       404    403   403      403       403         403            201        201
        exportRegistrations 401       404    403   403      403       403         403            200        200
        beginRegistration   202       202    202   202      202       202         202            202        202
        readRegistration    200       200    200   200      200       200         200            200        200
        resendRegistrationCode 202       202    202   202      202       202         202            202        202
        confirmRegistration 200       200    200   200      200       200         200            200        200
        remindOwner         202       202    202   202      202       202         202            202        202
        correctRegistrationAddress 200       200    200   200      200       200         200            200        200
        findRegistrations   401       404    200   200      200       200         200            200        200
        readRegistrationRecord 401       404    200   200      200       200         200            200        200
        verifyReceipt       401       404    200   200      200       200         200            200        200
        repairRegistration  401       404    200   200      200       200         200            200        200
        makeRule            401       404    403   403      403       403         403            201        201
        previewRule         401       404    403   403      403       403         403            200        200
        putRule             401       404    403   403      403       403         403            200        200
        retireRule          401       404    403   403      403       403         403            204        204
        listRules           401       404    200   200      200       200         200            200        200
        readRule            401       404    200   200      200       200         200            200        200
        listBroken          401       404    200   200      200       200         200            200        200
        tellHit             401       404    403   403      403       403         201            201        201
        listTellings        401       404    200   200      200       200         200            200        200
        readTelling         401       404    200   200      200       200         200            200        200
        callOffTelling      401       404    403   403      403       403         200            200        200
        drawVoice           401       404    201   201      201       404         201            201        201
        joinVoice           401       404    200   200      200       404         200            200        200
        listVoices          401       404    200   200      200       200         200            200        200
        readVoice           401       404    200   200      200       200         200            200        200
        listVoiceCases      401       404    200   200      200       200         200            200        200
        declareIncident     401       404    201   201      201       201         201            201        201
        listIncidents       401       404    200   200      200       200         200            200        200
        readIncident        401       404    200   200      200       200         200            200        200
        listProposals       401       404    200   200      200       200         200            200        200
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
        nameDecider         401       404    200   200      200       200         200            200        200
        listVoicePublicly   401       404    200   200      200       200         200            200        200
        listDecisionTexts   401       404    200   200      200       200         200            200        200
        setDecisionText     401       404    403   403      403       403         200            200        200
        resetDecisionText   401       404    403   403      403       403         204            204        204
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
        """;

    private static readonly string[] Heads = Words(Table.Split('\n')[0])[1..];

    private static readonly Dictionary<string, Dictionary<string, int>> Rows = (Table + "\n" + OfLearning).Split('\n').Skip(1).Select(Words).ToDictionary(
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
